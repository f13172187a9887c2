import ChildJourney
import WorkingDays

/// Visits, never further apart than the limit, with the child seen, and on a protection plan seen alone in time.
extension EpisodePlanner {
    mutating func visitInNeed(_ phase: Phase, closing: Bool, in episode: inout Episode) {
        let limit = practice.inNeedVisit.number
        visit(phase, .childInNeed, within: (limit / 2)...limit, closing: closing, in: &episode)
    }

    mutating func visitOnPlan(_ plan: RecordID, _ phase: Phase, in episode: inout Episode) {
        let limit = practice.protectionVisit.number
        visit(phase, .childProtectionPlan, plan: plan, within: (limit / 2)...limit, closing: false, in: &episode)
    }

    /// Within a week of the placement, then every four to six weeks.
    mutating func visitInCare(_ phase: Phase, in episode: inout Episode) {
        visit(phase, .care, within: 20...28, closing: episode.shape.closedOn == phase.until, in: &episode)
    }

    private mutating func visit(
        _ phase: Phase, _ purpose: VisitPurpose, plan: RecordID? = nil, within steps: ClosedRange<Int>, closing: Bool,
        in episode: inout Episode
    ) {
        guard let born = bornOn, born <= (phase.until ?? today) else { return }
        let start = max(phase.from, born)
        let end = phase.until ?? today + 1
        var last = start
        var made = 0
        while true {
            let step = made == 0 ? 1 + chance.below(purpose == .childInNeed ? 8 : 4) : chance.within(steps)
            let day = practice.later(step, last)
            guard day < end else { break }
            if chance.happens(perThousand: 40), practice.earlier(1, day) > last {
                addVisit(on: practice.earlier(1, day), purpose, plan: plan, seen: false, alone: nil, to: &episode)
            }
            addSeenVisit(on: day, purpose, plan: plan, ordinal: made, to: &episode)
            last = day
            made += 1
        }
        if closing, let closed = phase.until {
            lastVisit(before: closed, from: start, after: last, purpose, made, &episode)
        }
    }

    /// A case is closed having seen the child in the days before.
    private mutating func lastVisit(
        before closed: Day, from start: Day, after last: Day, _ purpose: VisitPurpose, _ made: Int,
        _ episode: inout Episode
    ) {
        let wanted = practice.earlier(chance.below(6), closed)
        let day = max(wanted, min(practice.later(0, start), closed))
        if made == 0 || day > last { addSeenVisit(on: day, purpose, ordinal: made, to: &episode) }
    }

    /// Every second visit is alone from the age of three on, so that from four no limit is ever passed.
    private mutating func addSeenVisit(
        on day: Day, _ purpose: VisitPurpose, plan: RecordID? = nil, ordinal: Int, to episode: inout Episode
    ) {
        let age = bornOn.map { $0.completedYears(on: day) } ?? 0
        let alone: Bool? = age >= 3 ? ordinal.isMultiple(of: 2) || chance.happens(perThousand: 500) : false
        addVisit(on: day, purpose, plan: plan, seen: true, alone: alone, to: &episode)
    }

    mutating func addVisit(
        on day: Day, _ purpose: VisitPurpose, plan: RecordID? = nil, seen: Bool?, alone: Bool?,
        to episode: inout Episode
    ) {
        episode.visits.append(
            Draft(
                Visit(
                    on: day, purpose: purpose, plan: plan, seen: seen, seenAlone: alone,
                    bedroomSeen: seen == true ? chance.happens(perThousand: 600) : nil), id: ids.next("V")))
    }
}
