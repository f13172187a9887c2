import AccessRules
import ChildJourney
import WorkingDays

/// The child's immigration status from a day on, as the Standard Safeguarding Dataset words it. What held before stays.
package enum RecordImmigrationStatus: Step {
    package static let name = "immigration-status"
    package static let words = StepWords(
        "Record the immigration status", done: "Immigration status recorded",
        lede: "Only those who work with the child are shown it.")
    package static let verb = Verb.recordNote
    /// Source: Standard Safeguarding Dataset 1.4.5, code set SSD023.
    private static let statuses = [
        "Indefinite Leave to Remain in the UK (ILR)", "Discretionary Leave to Remain in the UK to 18 (DLR)",
        "Refugee Status", "Adult Asylum Seeker", "Unaccompanied Asylum Seeking Child",
    ]
    private static let other = "other"

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("Since when?", called: "the day it holds from", scene.today),
            StepField(
                "status", "Which status?", called: "the status",
                .choice(statuses.map { StepChoice($0, $0) } + [StepChoice(other, "Another, in words")])),
            StepField("words", "If another: which?", called: "which status", .text, required: false),
            StepField("until", "Until when, if it ends?", called: "the day it ends", .day, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let from = answers.pastDay(today: scene.today), var status = answers.text("status") else { return [] }
        if status == other {
            guard let words = answers.text("words") else {
                answers.note("words", "Enter which status")
                return []
            }
            status = words
        }
        let until = answers.day("until")
        if let until, until < from { answers.note("until", "Enter a day from \(from.shortWords)") }
        return [StepRecord(ImmigrationStatus(status: status, from: from, until: until), id: scene.id)]
    }
}
