import AccessRules
import ChildJourney
import WorkingDays

/// Somebody who speaks for the child is offered, declined or met.
package enum OfferAdvocate: Step {
    package static let name = "advocate"
    package static let words = StepWords("Record the offer of an advocate", done: "Advocate recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When?", called: "the day", scene.today),
            StepField(
                "outcome", "What happened?", called: "what happened",
                .choice(AdvocateOutcome.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("note", "What did the child say?", called: "what the child said", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let outcome: AdvocateOutcome = answers.choice("outcome")
        else { return [] }
        return [StepRecord(AdvocateOffer(on: on, outcome: outcome, note: answers.text("note")), id: scene.id)]
    }
}
