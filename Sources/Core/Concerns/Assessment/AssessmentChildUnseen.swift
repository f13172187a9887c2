import ChildJourney
import Duties
import WorkingDays

/// `assessment-child-unseen`: an assessment ended without anybody having seen the child.
package struct AssessmentChildUnseen: ConcernRule {
    package static let code: ConcernCode = "assessment-child-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [Limb("by-the-end", needs: [.assessments, .assessmentChildSeen])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Assessed without being seen",
        rule: "A child is seen before their assessment is finished.",
        clears: "the child is seen", whoCanAct: "The social worker")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for assessment in journey.assessments {
            guard let ended = assessment.authorisedOn, assessment.childSeen == false else { continue }
            if journey.isUnborn(on: ended) { continue }
            let seenDuring = journey.visits.contains {
                $0.seen == true && $0.on >= assessment.startedOn && $0.on <= ended
            }
            if seenDuring { continue }
            let next = journey.visits.first { $0.seen == true && $0.on > ended }
            findings.condition(
                Self.self, limb: "by-the-end", about: assessment.about(on: assessment.startedOn), from: ended,
                met: next.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) },
                stop: journey.stop(
                    from: ended, episode: journey.episode(assessment.referral, on: assessment.startedOn)),
                evidence: [assessment.evidence("authorised, child not seen", on: ended)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The assessment that started \(concern.about.on.words) was authorised \(concern.onset.words) and says the child was not seen."
    }
}
