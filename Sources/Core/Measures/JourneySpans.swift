import ChildJourney
import Concerns
import WorkingDays

extension Journey {
    /// The days on which the child is in need by a referral, a death aside.
    var daysInNeed: DaySpans {
        beforeDeath(
            DaySpans(
                referrals.filter { $0.isAccepted }.map { DaySpans.Span(from: $0.receivedOn, until: $0.closedOn) }))
    }

    var daysOnPlan: DaySpans {
        beforeDeath(DaySpans(protectionPlans.map { DaySpans.Span(from: $0.startedOn, until: $0.endedOn) }))
    }

    /// The days of each plan from so many months after it began.
    func daysOnPlan(afterMonths months: Int) -> DaySpans {
        let spans = protectionPlans.compactMap { plan -> DaySpans.Span? in
            let from = plan.startedOn.adding(months: months)
            let ended = plan.endedOn.flatMap { $0 < plan.startedOn ? nil : $0 }
            return ended.map { from < $0 } ?? true ? DaySpans.Span(from: from, until: ended) : nil
        }
        return beforeDeath(DaySpans(spans))
    }

    /// The days on which somebody must be acting for the child.
    var daysOpen: DaySpans {
        let care = DaySpans(careEpisodes.map { DaySpans.Span(from: $0.beganOn, until: $0.ceasedOn) })
        return daysInNeed.joined(with: daysOnPlan).joined(with: beforeDeath(care))
    }

    func beforeDeath(_ spans: DaySpans) -> DaySpans {
        guard let died = person?.diedOn else { return spans }
        return spans.without(DaySpans(from: died))
    }
}

extension [Concern] {
    /// The days on which a concern of these kinds stands.
    func days(of codes: Set<ConcernCode>, limb: String? = nil) -> DaySpans {
        DaySpans(
            compactMap { concern in
                guard codes.contains(concern.code), limb.map({ concern.limb == $0 }) ?? true else { return nil }
                return concern.overOn.map { $0 <= concern.onset } ?? false
                    ? nil : DaySpans.Span(from: concern.onset, until: concern.overOn)
            })
    }
}
