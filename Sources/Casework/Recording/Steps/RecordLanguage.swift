import AccessRules
import ChildJourney
import WorkingDays

/// The child's first language, and whether an interpreter is needed. What held before stays.
package enum RecordLanguage: Step {
    package static let name = "language"
    package static let words = StepWords(
        "Record the first language, and whether an interpreter is needed", done: "Language recorded",
        lede: "It is shown where a visit and a conference are recorded.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let now = scene.journey.language(on: scene.today)?.body
        return [
            .day("Since when?", called: "the day it holds from", scene.today),
            StepField(
                "language", "Which language?", called: "the language", .text, hint: "Polish, British Sign Language",
                initial: [now?.language].compactMap { $0 }),
            StepField(
                "interpreter", "Is an interpreter needed, for the child or the family?",
                called: "whether an interpreter is needed", .yesNo,
                initial: [now?.needsInterpreter.map { $0 ? "yes" : "no" }].compactMap { $0 }),
            StepField(
                "for", "For whom, and what is to be minded?", called: "for whom", .text, required: false,
                hint: "For her father; never somebody of the family; a woman",
                initial: [now?.interpreterFor].compactMap { $0 }),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let from = answers.pastDay(today: scene.today), let language = answers.text("language"),
            let needs = answers.yes("interpreter")
        else { return [] }
        let body = SpokenLanguage(
            from: from, language: language, needsInterpreter: needs, interpreterFor: answers.text("for"))
        return [StepRecord(body, id: scene.id)]
    }
}
