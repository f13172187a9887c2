import ChildJourney
import WorkingDays

extension Journey {
    /// The plan a review belongs to: named by it, else the latest plan begun before it.
    package func plan(of review: Recorded<PlanReview>) -> Recorded<ChildProtectionPlan>? {
        if let id = review.plan, let named = protectionPlans.first(where: { $0.id == id }) { return named }
        guard let day = review.heldOn ?? review.dueOn else { return nil }
        return protectionPlans.last { $0.startedOn < day }
    }

    /// The stop of a duty that hangs on a plan. A plan that outlives its referral, in a council that did not hand the
    /// child on, leaves in doubt which of the two is right.
    package func stop(plan: Recorded<ChildProtectionPlan>) -> Stop? {
        let stop = stop(from: plan.startedOn, episode: episode(plan.referral, on: plan.startedOn), ends: plan.endedOn)
        if let stop, stop.because == .turned18, stop.on <= plan.startedOn {
            return Stop(
                on: stop.on, because: .turned18,
                doubt: "by the birth date on record the plan began after the 18th birthday")
        }
        guard let stop, stop.because == .closed, plan.endedOn.map({ $0 > stop.on || $0 < plan.startedOn }) ?? true
        else { return stop }
        return Stop(
            on: stop.on, because: .closed, doubt: "the referral was closed and the plan it led to was not ended")
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
