import ChildJourney
import WorkingDays

extension Journey {
    /// The plan a review belongs to: named by it, else the latest plan begun before it.
    package func plan(of review: Recorded<PlanReview>) -> Recorded<ChildProtectionPlan>? {
        if let id = review.plan, let named = protectionPlans.first(where: { $0.id == id }) { return named }
        guard let day = review.heldOn ?? review.dueOn else { return nil }
        return protectionPlans.last { $0.startedOn < day }
    }

    /// The stop of a duty that hangs on a plan. The plan's own end governs: one that outlives its referral still binds
    /// the council, unless the child was handed on. Where the end on record is before the start, the referral's closing
    /// may be the end, and leaves it in doubt.
    package func stop(plan: Recorded<ChildProtectionPlan>) -> Stop? {
        let referral = episode(plan.referral, on: plan.startedOn)
        let endIsUnclear = plan.endedOn.map { $0 < plan.startedOn } ?? false
        let stop = stop(
            from: plan.startedOn, episode: referral?.isTransferred == true || endIsUnclear ? referral : nil,
            ends: plan.endedOn)
        guard let stop else { return nil }
        switch stop.because {
        case .turned18 where stop.on <= plan.startedOn:
            return Stop(
                on: stop.on, because: .turned18,
                doubt: "by the birth date on record the plan began after the 18th birthday")
        case .closed:
            return Stop(
                on: stop.on, because: .closed,
                doubt: "the referral was closed and the plan it led to ended before it began")
        default:
            return stop
        }
    }

    /// The first day a plan's visiting duties run: its start or the child's birth; nil while the child is unborn.
    package func visitingStarts(_ plan: Recorded<ChildProtectionPlan>) -> Day? {
        if let born = person?.bornOn { return max(plan.startedOn, born) }
        return isUnborn(on: plan.startedOn) ? nil : plan.startedOn
    }

    /// Whether a day lies within a plan, its last day included.
    package func runs(_ plan: Recorded<ChildProtectionPlan>, on day: Day) -> Bool {
        plan.startedOn <= day && (plan.endedOn.map { day <= $0 } ?? true)
    }
}
