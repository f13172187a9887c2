import AccessRules
import ChildJourney
import WorkingDays

/// A note: a call, a message, something noticed.
package enum WriteNote: Step {
    package static let name = "note"
    package static let words = StepWords("Write a note", done: "Note written")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When?", called: "the day", scene.today),
            StepField("text", "What happened?", called: "what happened", .longText),
            StepField("with", "Who was spoken to?", called: "who was spoken to", .text, required: false),
            StepField(
                "significant", "Does it belong in the chronology?", called: "whether it belongs in the chronology",
                .yesNo, initial: ["no"]),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let text = answers.text("text") else { return [] }
        let body = CaseNote(on: on, text: text, spokenTo: answers.text("with"), significant: answers.yes("significant"))
        return [StepRecord(body, id: scene.id)]
    }
}
