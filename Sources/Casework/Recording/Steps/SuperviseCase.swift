import AccessRules
import ChildJourney
import WorkingDays

/// A supervisor and a worker weigh what happens for one child.
package enum SuperviseCase: Step {
    package static let name = "supervision"
    package static let words = StepWords("Record supervision about this child", done: "Supervision recorded")
    package static let verb = Verb.supervise

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openReferrals.isEmpty ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When?", called: "the day", scene.today),
            StepField("weighed", "What was weighed?", called: "what was weighed", .longText),
            StepField(
                "actions", "Who does what, by when?", called: "who does what", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let weighed = answers.text("weighed") else { return [] }
        let lead = scene.journey.lead(on: scene.today)
        if lead?.worker == scene.me || scene.worked(on: on) {
            answers.note("weighed", "You hold this child yourself: somebody else supervises")
        }
        let body = CaseSupervision(
            on: on, worker: lead?.worker, supervisor: scene.me, weighed: weighed, actions: answers.text("actions"))
        return [StepRecord(body, id: scene.id)]
    }
}
