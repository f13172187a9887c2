import AccessRules
import ChildJourney
import WorkingDays

/// The chair decides what comes next for a protection plan that has run long; a manager decides beside them.
package enum DecideLongPlan: Step {
    package static let name = "chair-decision"
    package static let words = StepWords(
        "Record the chair's decision on a protection plan", done: "Chair's decision recorded",
        lede: "“No legal step, because” is a decision too. A manager records their own.")
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.protectionPlans.filter { $0.endedOn == nil }.map { $0.opening("protection plan", of: $0.startedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it decided?", called: "the day it was decided", scene.today),
            StepField(
                "decision", "What is decided?", called: "what is decided", .longText,
                hint: "What changes for the child, or that no legal step is taken"),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let plan = scene.journey.protectionPlans.last(where: { $0.id == scene.opening.record }),
            let on = answers.pastDay(from: plan.startedOn, today: scene.today),
            let decision = answers.text("decision"), let why = answers.text("why")
        else { return [] }
        if scene.person.role != .chair { answers.note("decision", "Only a chair decides as the chair") }
        return [
            StepRecord(ChairDecision(on: on, plan: plan.id, decision: decision, why: why, by: scene.me), id: scene.id)
        ]
    }
}
