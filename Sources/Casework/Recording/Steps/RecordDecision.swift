import AccessRules
import ChildJourney
import WorkingDays

/// A manager's decision, with its reason, wherever one is needed.
package enum RecordDecision: Step {
    package static let name = "decision"
    package static let words = StepWords("Record a manager's decision", done: "Decision recorded")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it decided?", called: "the day it was decided", scene.today),
            StepField(
                "point", "About what?", called: "what it is about",
                .choice(DecisionPoint.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField(
                "cause", "About the threshold: is there reasonable cause to suspect significant harm?",
                called: "whether there is reasonable cause", .yesNo, required: false),
            StepField("decision", "What is decided?", called: "what is decided", .longText),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let point: DecisionPoint = answers.choice("point"),
            let decision = answers.text("decision"), let why = answers.text("why")
        else { return [] }
        var body = ManagementDecision(on: on, point: point, decision: decision, why: why, by: scene.person.user.text)
        if point == .threshold { body.hasReasonableCause = answers.yes("cause") }
        return [StepRecord(body, id: scene.id)]
    }
}
