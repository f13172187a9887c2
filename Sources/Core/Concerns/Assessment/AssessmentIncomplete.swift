import ChildJourney
import Duties
import WorkingDays

/// `assessment-incomplete`: an assessment was authorised with parts nobody looked at.
package struct AssessmentIncomplete: ConcernRule {
    package static let code: ConcernCode = "assessment-incomplete"
    package static let kind = ConcernKind.unrecorded
    package static let level = 2
    package static let limbs = [Limb("", needs: [.assessments, .submissions])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Assessment with parts not explored",
        rule:
            "An assessment covers the child's needs, how they are cared for, the family, every adult in the home and what happened before, and has the child's views.",
        clears: "what was not explored is written down", whoCanAct: "The social worker who assessed")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for assessment in journey.assessments where assessment.body.submittedOn != nil {
            guard let authorised = assessment.authorisedOn else { continue }
            var missing = AssessmentPart.allCases.indices.filter { index in
                assessment.body.partsNotExplored.contains(AssessmentPart.allCases[index])
            }
            if assessment.body.childsViews == nil { missing.append(AssessmentPart.allCases.count) }
            guard !missing.isEmpty else { continue }
            findings.condition(
                Self.self, about: assessment.about(on: assessment.startedOn), from: authorised,
                met: isPutRight(assessment.body),
                stop: journey.stop(
                    from: authorised, episode: journey.episode(assessment.referral, on: assessment.startedOn)),
                evidence: [assessment.evidence("authorised", on: authorised)], numbers: missing)
        }
    }

    /// Not before every part and the child's views are there.
    private func isPutRight(_ assessment: Assessment) -> Met? {
        guard assessment.partsStillMissing.isEmpty, !assessment.viewsStillMissing, let on = assessment.addedOn else {
            return nil
        }
        return Met(on: on)
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let parts = AssessmentPart.allCases.map(\.words) + ["the child's views"]
        let missing = concern.numbers.filter(parts.indices.contains).map { parts[$0] }.joined(separator: ", ")
        return "An assessment was authorised \(concern.onset.words) without: \(missing)."
    }
}
