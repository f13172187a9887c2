import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// A manager's decision, with its reason, wherever one is needed.
package enum RecordDecision: Step {
    package static let name = "decision"
    package static let words = StepWords("Record a manager's decision", done: "Decision recorded")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let adults = adults(scene)
        var fields: [StepField] = [
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
        if !adults.isEmpty {
            fields.insert(
                StepField(
                    "adult", "About an adult in the home: who?", called: "which adult", .choice(adults),
                    required: false, hint: "One decision is about one adult"), at: 3)
        }
        return fields
    }

    /// Adults of the home of whom a risk is recorded. Whoever is known through another child's record alone is not named.
    private static func adults(_ scene: StepScene) -> [StepChoice] {
        let own = Set(scene.journey.relationships.filter { $0.isAdult == true }.map(\.body.other))
        var others = 0
        return scene.journey.adultsPosingRisk.map { adult in
            if own.contains(adult.id) {
                return StepChoice(adult.id, adult.journey.person?.body.nameShown ?? "An adult of the home")
            }
            others += 1
            return StepChoice(adult.id, "Somebody known from another child's record (\(others))")
        }
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let point: DecisionPoint = answers.choice("point"),
            let decision = answers.text("decision"), let why = answers.text("why")
        else { return [] }
        var body = ManagementDecision(on: on, point: point, decision: decision, why: why, by: scene.person.user.text)
        if point == .threshold {
            body.hasReasonableCause = answers.yes("cause")
            if body.hasReasonableCause == nil {
                answers.note("cause", "Say whether there is reasonable cause to suspect significant harm")
            }
        }
        if point == .adultInHome {
            body.adult = answers.text("adult")
            if body.adult == nil, adults(scene).count > 1 { answers.note("adult", "Choose which adult it is about") }
        }
        return [StepRecord(body, id: scene.id)]
    }
}
