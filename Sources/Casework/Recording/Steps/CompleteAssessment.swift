import AccessRules
import ChildJourney
import WorkingDays

/// What an authorised assessment left out is written, and stands beside what was authorised.
package enum CompleteAssessment: Step {
    package static let name = "assessment-completion"
    package static let words = StepWords(
        "Write what the assessment left out", done: "Assessment completed",
        lede: "What was authorised stays as it was; this stands beside it, with its day.")
    package static let verb = Verb.recordAssessment

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.assessments.filter { assessment in
            assessment.authorisedOn != nil && assessment.body.submittedOn != nil
                && (!assessment.body.partsStillMissing.isEmpty || assessment.body.viewsStillMissing)
        }.map { $0.opening("assessment", of: $0.startedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        guard let body = scene.journey.assessments.last(where: { $0.id == scene.opening.record })?.body else {
            return []
        }
        let parts = body.partsStillMissing.map { part in
            StepField(part.rawValue, part.words.atSentenceStart, called: part.words, .longText, required: false)
        }
        guard body.viewsStillMissing else { return parts }
        return parts + [
            StepField(
                "views", "What does the child think and want?", called: "what the child thinks", .longText,
                required: false, hint: "In the child's own words, if you can")
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let assessment = scene.journey.assessments.last(where: { $0.id == scene.opening.record }) else {
            return []
        }
        var body = assessment.body
        let added = body.partsStillMissing.compactMap { part in
            answers.text(part.rawValue).map { AssessmentFinding(part: part, found: $0) }
        }
        let views = answers.text("views")
        guard !added.isEmpty || views != nil else {
            answers.note(body.partsStillMissing.first?.rawValue ?? "views", "Enter what was found")
            return []
        }
        body.addedLater = (body.addedLater ?? []) + added
        body.viewsAddedLater = views ?? body.viewsAddedLater
        body.addedOn = scene.today
        return [StepRecord(body, id: assessment.id, corrects: assessment.place)]
    }
}
