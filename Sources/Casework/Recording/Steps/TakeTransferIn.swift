import AccessRules
import ChildJourney
import WorkingDays

/// Another council tells that a child on a protection plan of theirs has moved here.
package enum TakeTransferIn: Step {
    package static let name = "transfer-in"
    package static let words = StepWords(
        "Record a child on another council's plan moving here", done: "Move recorded",
        lede: "A transfer-in conference is then due within 15 working days of the day this council was told.")
    package static let verb = Verb.recordReferral

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was this council told?", called: "the day this council was told", scene.today),
            StepField("moved", "When did the child move here?", called: "the day of the move", .day, required: false),
            StepField("from", "Which council is the plan of?", called: "the council", .text),
            StepField("plan", "What is their plan for?", called: "what the plan is for", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let told = answers.pastDay(today: scene.today), let from = answers.text("from") else { return [] }
        var body = TransferIn(toldOn: told, from: from)
        body.movedInOn = answers.day("moved")
        body.plan = answers.text("plan")
        return [StepRecord(body, id: scene.id)]
    }
}
