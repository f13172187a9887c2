import AccessRules
import ChildJourney
import WorkingDays

/// The child's religion, in the words of the child or the family. What held before stays.
package enum RecordReligion: Step {
    package static let name = "religion"
    package static let words = StepWords(
        "Record the religion", done: "Religion recorded",
        lede: "In the words of the child or the family. Only those who work with the child are shown it.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("Since when?", called: "the day it holds from", scene.today),
            StepField("religion", "Which religion?", called: "the religion", .text, hint: "“None” where that is said"),
            StepField(
                "minded", "What is to be minded?", called: "what is to be minded", .text, required: false,
                hint: "Food, days, who may be in the room"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let from = answers.pastDay(today: scene.today), let religion = answers.text("religion") else { return [] }
        return [
            StepRecord(Religion(from: from, religion: religion, minded: answers.text("minded")), id: scene.id)
        ]
    }
}
