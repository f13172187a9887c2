import ChildJourney
import Duties
import WorkingDays

/// `pre-proceedings-drift`: steps before care proceedings go on and on, or nobody reviews them.
package struct PreProceedingsDrift: ConcernRule {
    package static let code: ConcernCode = "pre-proceedings-drift"
    package static let kind = ConcernKind.late
    package static let level = 2
    package static let limbs = [
        Limb("long", needs: [.preProceedings, .preProceedingsEnds]),
        Limb("unreviewed", needs: [.preProceedings, .preProceedingsEnds, .preProceedingsReviews]),
    ]
    package static let limits: [LimitID] = ["preproceedings_16w", "preproceedings_review_local"]
    package static let words = RuleWords(
        title: "Pre-proceedings past their limit",
        rule: """
            Steps before care proceedings end within 16 weeks of the letter, with a decision on what comes next, and are \
            reviewed every 6 weeks until then.
            """,
        clears: "the next step is decided, or the court is applied to; where only a review was missing, one is held",
        whoCanAct: "The team manager, with legal advice")

    private let limit: Allowance
    private let review: Allowance
    private let tellsReviews: Bool
    private let tellsEnds: Bool
    private let reviews: Cover.Extent?

    package init(_ setting: Setting) {
        limit = setting.limits.allowance("preproceedings_16w")
        review = setting.limits.allowance("preproceedings_review_local")
        tellsEnds = setting.cover.tells(Self.limbs[0].needs)
        tellsReviews = setting.cover.tells(Self.limbs[1].needs)
        reviews = setting.cover.extents[.preProceedingsReviews]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for legal in journey.preProceedings {
            guard let began = legal.body.beganOn else { continue }
            let stop = journey.stop(from: began, episode: journey.episode(legal.referral, on: began))
            // NB: a step dated before the letter is bad data, and ends nothing.
            let step = [legal.stepDecidedOn, legal.courtApplicationOn].compactMap { $0 }.filter { $0 >= began }.min()
            let met = step.map { Met(on: $0, by: legal.evidence("step", on: $0)) }
            if tellsEnds {
                findings.duty(
                    Self.self, limb: "long", about: legal.about(on: legal.body.firstDay ?? began), from: began,
                    within: limit, standard: "preproceedings_16w", met: met, stop: stop,
                    evidence: [legal.evidence("began", on: began)])
            }
            if tellsReviews { findUnreviewed(legal, began, met, stop, into: &findings) }
        }
    }

    private func findUnreviewed(
        _ legal: Recorded<PreProceedings>, _ began: Day, _ step: Met?, _ stop: Stop?, into findings: inout Findings
    ) {
        var clock = began
        if let reviews, !reviews.reaches(began) {
            findings.notCheckable(Self.self, "unreviewed", because: "earlier reviews are not in the source")
            clock = reviews.latestStart(began)
        }
        let held = [legal.firstMeetingOn].compactMap { $0 } + (legal.body.reviews ?? []).map(\.on)
        func gap(until next: Met?) {
            findings.duty(
                Self.self, limb: "unreviewed", about: legal.about(on: legal.body.firstDay ?? began), from: clock,
                within: review, standard: "preproceedings_review_local", met: next, stop: stop,
                evidence: [legal.evidence("began", on: began)])
        }
        for day in held.sorted() where day > clock {
            if let step, day > step.on { break }
            gap(until: Met(on: day, by: legal.evidence("reviewed", on: day)))
            clock = day
        }
        gap(until: step)
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == "unreviewed"
            ? "Steps before proceedings were last reviewed or begun \(concern.clockStart.words), and no step is decided."
            : "Steps before proceedings began \(concern.clockStart.words), and no step is decided within 16 weeks."
    }
}
