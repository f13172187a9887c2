import ChildJourney
import Duties
import WorkingDays

/// `in-need-review-late`: a child in need plan has not been looked at again.
package struct InNeedReviewLate: ConcernRule {
    package static let code: ConcernCode = "in-need-review-late"
    package static let kind = ConcernKind.late
    package static let level = 3
    package static let limbs = [Limb("", needs: [.inNeedPlans, .inNeedPlanReviews])]
    package static let limits: [LimitID] = ["in_need_review_first_local", "in_need_review_next_local"]
    package static let words = RuleWords(
        title: "Child in need plan not reviewed",
        rule: "A child in need plan is reviewed within 6 weeks, and then every 12.",
        clears: "the plan is reviewed", whoCanAct: "The team manager")

    private let limits: Limits
    private let reviews: Cover.Extent?

    package init(_ setting: Setting) {
        limits = setting.limits
        reviews = setting.cover.extents[.inNeedPlanReviews]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.inNeedPlans {
            guard reviews?.reaches(plan.startedOn) ?? false else {
                findings.notCheckable(Self.self, "", because: "the plan is older than the record kept here")
                continue
            }
            var last: Recorded<InNeedPlanReview>?
            for review in journey.casework.inNeedPlanReviews
            where review.body.heldOn >= plan.startedOn && (plan.endedOn.map { review.body.heldOn <= $0 } ?? true) {
                gap(after: last, until: review, plan, journey, into: &findings)
                last = review
            }
            gap(after: last, until: nil, plan, journey, into: &findings)
        }
    }

    private func gap(
        after last: Recorded<InNeedPlanReview>?, until next: Recorded<InNeedPlanReview>?,
        _ plan: Recorded<ChildInNeedPlan>, _ journey: Journey, into findings: inout Findings
    ) {
        let standard: LimitID = last == nil ? "in_need_review_first_local" : "in_need_review_next_local"
        findings.duty(
            Self.self, about: plan.about(on: plan.startedOn), from: last?.body.heldOn ?? plan.startedOn,
            within: limits.allowance(standard), standard: standard,
            met: next.map { Met(on: $0.body.heldOn, by: $0.evidence("reviewed", on: $0.body.heldOn)) },
            stop: journey.stop(
                from: plan.startedOn, episode: journey.episode(plan.referral, on: plan.startedOn), ends: plan.endedOn),
            evidence: [
                plan.evidence("began", on: plan.startedOn),
                last.map { $0.evidence("last reviewed", on: $0.body.heldOn) },
            ].compactMap { $0 })
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.clockStart == concern.about.on
            ? "The child in need plan began \(concern.clockStart.words), and no review is recorded."
            : "The child in need plan was last reviewed \(concern.clockStart.words)."
    }
}
