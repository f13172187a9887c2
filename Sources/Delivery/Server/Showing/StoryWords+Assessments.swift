import Casework
import ChildJourney
import WorkingDays

/// What was asked about the child, found and authorised.
extension StoryWords {
    func tellAssessments(_ journey: Journey, _ told: inout [ToldEvent]) {
        for assessment in journey.assessments {
            tell(assessment, assessment.startedOn, "Assessment started", "", &told)
            let seen = assessment.childSeen.map { $0 ? "The child was seen." : "The child was not seen." } ?? ""
            tell(
                assessment, assessment.body.submittedOn, "Assessment handed in",
                joined(
                    found(assessment.body.findings), wanted(assessment.body.childsViews), assessment.body.analysis),
                &told)
            tell(
                assessment, assessment.body.returnedOn, "Assessment given back", joined(assessment.body.returnedWhy),
                &told)
            tell(assessment, assessment.authorisedOn, "Assessment authorised", seen, &told)
            tell(
                assessment, assessment.body.addedOn, "Written into the assessment since",
                joined(found(assessment.body.addedLater), wanted(assessment.body.viewsAddedLater)), &told)
        }
    }

    private func found(_ findings: [AssessmentFinding]?) -> String? {
        guard let findings, !findings.isEmpty else { return nil }
        return findings.map { joined("\($0.part.words): \($0.found)") }.joined(separator: " ")
    }

    private func wanted(_ views: String?) -> String? { views.map { "The child: \($0)" } }
}
