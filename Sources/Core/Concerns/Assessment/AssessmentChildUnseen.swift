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
            guard let ended = assessment.authorisedOn, assessment.childSeen != true else { continue }
            let seenDuring = journey.visits.contains {
                $0.seen == true && $0.on >= assessment.startedOn && $0.on <= ended
            }
            if seenDuring { continue }
            if let unknown = unknown(assessment, endedOn: ended, journey) {
                findings.notCheckable(Self.self, "by-the-end", because: unknown)
                continue
            }
            if journey.isUnborn(on: ended) { continue }
            let next = journey.visits.first { $0.seen == true && $0.on > ended }
            findings.condition(
                Self.self, limb: "by-the-end", about: assessment.about(on: assessment.startedOn), from: ended,
                met: next.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) },
                stop: journey.stop(
                    from: ended, episode: journey.episode(assessment.referral, on: assessment.startedOn)),
                evidence: [assessment.evidence("authorised, child not seen", on: ended)])
        }
    }

    /// Why it cannot be said whether the child should have been, or was, seen.
    private func unknown(_ assessment: Recorded<Assessment>, endedOn ended: Day, _ journey: Journey) -> String? {
        if journey.isBirthUnrecorded(by: ended) { return "a birth was expected and none is recorded" }
        if assessment.childSeen == nil, !journey.isUnborn(on: ended) {
            return "an assessment does not say whether the child was seen"
        }
        return nil
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The assessment that started \(concern.about.on.words) was authorised \(concern.onset.words) and says the child was not seen."
    }
}
