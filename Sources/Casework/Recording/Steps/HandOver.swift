import AccessRules
import ChildJourney
import WorkingDays

/// What is open for a child is given to those who work next: by emergency duty in the morning, by a day team in the evening.
package enum HandOver: Step {
    package static let name = "handover"
    package static let words = StepWords(
        "Hand over", done: "Handed over",
        lede: "It stays open until somebody else has taken it, by name.")
    package static let verb = Verb.handOver

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let others = scene.workers.filter { $0.value != scene.me }
        return [
            StepField(
                "to", "Who takes it?", called: "who takes it",
                .choice(HandoverTeam.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                initial: [
                    scene.person.role == .emergencyDuty
                        ? HandoverTeam.dayTeam.rawValue : HandoverTeam.emergencyDuty.rawValue
                ]),
            StepField(
                "person", "One of them alone?", called: "who of them", .choice(others), required: false),
            StepField(
                "items", "What is open?", called: "what is open", .longText,
                hint: "What was done, what has to be done next, by when, and whom to ring"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let to: HandoverTeam = answers.choice("to"), let items = answers.text("items") else { return [] }
        var body = Handover(on: scene.today, at: scene.now, from: scene.me, to: to, items: items)
        body.toPerson = answers.text("person")
        return [StepRecord(body, id: scene.id)]
    }
}
