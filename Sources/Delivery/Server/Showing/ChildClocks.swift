import ChildJourney
import Concerns
import Pages
import WorkingDays

/// The clocks on a child's page: last seen, last seen alone, the next visit, the plan's age and its review.
struct ChildClocks {
    let journey: Journey
    let concerns: [Concern]
    let setting: Setting
    let day: Day

    var all: [ChildClock] {
        let plan = journey.protectionPlans.last { $0.startedOn <= day && ($0.endedOn.map { day < $0 } ?? true) }
        var clocks = [
            seen("Last seen", journey.lastSeen(on: day), late: [PlanChildUnseen.code, InNeedChildUnseen.code]),
            seen("Last seen alone", journey.lastSeenAlone(on: day), late: [PlanChildNeverAlone.code]),
            nextVisit,
        ]
        if let plan {
            clocks.append(planAge(plan.startedOn))
            clocks.append(review)
        }
        return clocks
    }

    private var tellsVisits: Bool { setting.cover.tells(.protectionVisits) || setting.cover.tells(.inNeedVisits) }

    private func seen(_ words: String, _ visit: Recorded<Visit>?, late codes: [ConcernCode]) -> ChildClock {
        guard tellsVisits else { return notInSource(words) }
        let isLate = concerns.contains { codes.contains($0.code) && $0.stands(on: day) }
        guard let visit else {
            return ChildClock(words: words, value: "Not recorded", state: isLate ? .pastLimit : .withinLimit)
        }
        let worked = setting.calendar.workingDays(after: visit.on, through: day)
        return ChildClock(
            words: words, value: visit.on.words, note: worked.map { "\($0) working days ago" },
            state: isLate ? .pastLimit : .withinLimit)
    }

    private var nextVisit: ChildClock {
        guard tellsVisits else { return notInSource("Next visit due") }
        let codes = [PlanChildUnseen.code, InNeedChildUnseen.code]
        if let clock = next("Next visit due", codes) { return clock }
        // NB: that no visit is due may be said only where both of the checks can be made.
        let needs = PlanChildUnseen.limbs + InNeedChildUnseen.limbs
        guard needs.allSatisfy({ setting.cover.tells($0.needs) }) else { return notInSource("Next visit due") }
        return ChildClock(words: "Next visit due", value: "No visit is due")
    }

    private var review: ChildClock {
        next("Review due", [ReviewConferenceLate.code]) ?? ChildClock(words: "Review due", value: "Not known")
    }

    /// The open duty's due day: that of the concern that stands, or will if nobody acts.
    private func next(_ words: String, _ codes: [ConcernCode]) -> ChildClock? {
        let open = concerns.filter { codes.contains($0.code) && ($0.overOn.map { day < $0 } ?? true) }
        guard let first = open.min(by: { $0.onset < $1.onset }), let due = first.due else { return nil }
        let isPast = day > due
        let days = abs(due - day)
        let unit = days == 1 ? "day" : "days"
        return ChildClock(
            words: words, value: due.words, note: isPast ? "\(days) \(unit) ago" : "in \(days) \(unit)",
            state: isPast ? .pastLimit : .withinLimit)
    }

    private func planAge(_ started: Day) -> ChildClock {
        let days = day - started
        let months = days / 30
        return ChildClock(
            words: "Plan age", value: months < 2 ? "\(days) days" : "\(months) months", note: "since \(started.words)",
            state: concerns.contains { $0.code == PlanDrift.code && $0.stands(on: day) } ? .pastLimit : .withinLimit)
    }

    private func notInSource(_ words: String) -> ChildClock {
        ChildClock(words: words, value: "Not checkable", note: "not in this source", state: .notCheckable)
    }
}
