import ChildJourney
import Duties
import WorkingDays

/// `conference-inquorate`: a conference went on without enough agencies, or without the family having the reports.
package struct ConferenceInquorate: ConcernRule {
    package static let code: ConcernCode = "conference-inquorate"
    package static let kind = ConcernKind.unshared
    package static let level = 3
    package static let limbs = [
        Limb("review", needs: [.planReviews, .reviewQuoracy]), Limb(initial, needs: [.conferences, .minutes]),
        Limb(reports, needs: [.conferences, .minutes]),
    ]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Conference held without enough agencies",
        rule: """
            A conference goes ahead only with enough agencies present to decide (a quorum), and the family has the reports \
            beforehand.
            """,
        clears: "it is reconvened, or a reason is recorded", whoCanAct: "The conference chair")

    private static let initial = "initial"
    private static let reports = "reports"

    private let tellsReviews: Bool
    private let tellsConferences: Bool

    package init(_ setting: Setting) {
        tellsReviews = setting.cover.tells(Self.limbs[0].needs)
        tellsConferences = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        if tellsReviews { reviews(journey, into: &findings) }
        if tellsConferences { conferences(journey, into: &findings) }
    }

    /// A review conference that is recorded as one has its review, which says whether it was quorate.
    private func conferences(_ journey: Journey, into findings: inout Findings) {
        for conference in journey.conferences {
            guard let held = conference.heldOn else { continue }
            let next = journey.conferences.first { $0.heldOn.map { $0 > held } ?? false }
            func tell(_ limb: String, _ isWell: Bool?, _ says: String) {
                guard let isWell else {
                    return findings.notCheckable(Self.self, limb, because: "a conference does not say whether it was")
                }
                if isWell { return }
                findings.condition(
                    Self.self, limb: limb, about: conference.about(on: held), from: held,
                    met: next.flatMap { next in next.heldOn.map { Met(on: $0, by: next.evidence("held", on: $0)) } },
                    stop: journey.stop(from: held, episode: journey.episode(conference.referral, on: held)),
                    evidence: [conference.evidence(says, on: held)])
            }
            if conference.kind != .review { tell(Self.initial, conference.quorate, "held, not quorate") }
            tell(Self.reports, conference.body.reportsShared, "held, reports not shared")
        }
    }

    private func reviews(_ journey: Journey, into findings: inout Findings) {
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
                // NB: a review that was not quorate may be what ended the plan.
                stop: journey.stop(
                    from: held, episode: plan.flatMap { journey.episode($0.referral, on: $0.startedOn) }),
                evidence: [review.evidence("held, not quorate", on: held)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        switch concern.limb {
        case initial: "The conference on \(concern.onset.words) is recorded as not quorate."
        case reports: "The family did not have the reports before the conference on \(concern.onset.words)."
        default: "The review conference on \(concern.onset.words) is recorded as not quorate."
        }
    }
}
