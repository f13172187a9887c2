import ChildJourney
import Duties
import WorkingDays

/// `assessment-unauthorised`: an assessment waits for a manager.
package struct AssessmentUnauthorised: ConcernRule {
    package static let code: ConcernCode = "assessment-unauthorised"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [Limb("", needs: [.assessments, .submissions])]
    package static let limits: [LimitID] = ["assessment_authorised_local"]
    package static let words = RuleWords(
        title: "Assessment waits for a manager",
        rule: "An assessment that is handed in is authorised or given back within 5 working days.",
        clears: "a manager authorises it or gives it back", whoCanAct: "The team manager")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("assessment_authorised_local") }

    package func find(in journey: Journey, into findings: inout Findings) {
        for assessment in journey.assessments {
            guard let submitted = assessment.body.submittedOn else { continue }
            let answered = assessment.authorisedOn ?? assessment.body.returnedOn
            findings.duty(
                Self.self, about: assessment.about(on: assessment.startedOn), from: submitted, within: allowance,
                standard: "assessment_authorised_local",
                met: answered.map { Met(on: $0, by: assessment.evidence("answered", on: $0)) },
                stop: journey.stop(
                    from: submitted, episode: journey.episode(assessment.referral, on: assessment.startedOn)),
                evidence: [assessment.evidence("handed in", on: submitted)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "An assessment was handed in \(concern.clockStart.words), and no manager has authorised it or given it back."
    }
}
