import ChildJourney
import Duties
import WorkingDays

/// `conference-inquorate`: a review conference went on without enough agencies.
package struct ConferenceInquorate: ConcernRule {
    package static let code: ConcernCode = "conference-inquorate"
    package static let kind = ConcernKind.unshared
    package static let level = 3
    package static let limbs = [Limb("review", needs: [.planReviews, .reviewQuoracy])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Conference held without enough agencies",
        rule: "A review conference goes ahead only with enough agencies present to decide (a quorum).",
        clears: "it is reconvened, or a reason is recorded", whoCanAct: "The conference chair")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for (index, review) in journey.planReviews.enumerated() where review.quorate != true {
            guard let held = review.heldOn else { continue }
            guard review.quorate == false else {
                findings.notCheckable(Self.self, "review", because: "a review does not say whether it was quorate")
                continue
            }
            let next = journey.planReviews[(index + 1)...].first { $0.heldOn.map { $0 > held } ?? false }
            let plan = journey.plan(of: review)
            findings.condition(
                Self.self, limb: "review", about: review.about(on: held), from: held,
                met: next.flatMap { next in next.heldOn.map { Met(on: $0, by: next.evidence("held", on: $0)) } },
                stop: journey.stop(
                    from: held, episode: plan.flatMap { journey.episode($0.referral, on: $0.startedOn) },
                    ends: plan?.endedOn),
                evidence: [review.evidence("held, not quorate", on: held)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The review conference on \(concern.onset.words) is recorded as not quorate."
    }
}
