import AccessRules
import ChildJourney
import WorkingDays

/// One more thing a plan says somebody will do.
package enum AddPlanAction: Step {
    package static let name = "plan-action"
    package static let words = StepWords("Add an action to the plan", done: "Action added to the plan")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        RunningPlan.all(journey).map { $0.opening(isNext: $0.actions.isEmpty) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField("aim", "What should change for the child?", called: "what should change", .text),
            StepField("measure", "How will anybody know?", called: "how anybody will know", .text),
            StepField("owner", "Who does it?", called: "who does it", .text),
            StepField("by", "By when?", called: "by when", .day),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard var plan = RunningPlan.all(scene.journey).first(where: { $0.id == scene.opening.record }),
            let aim = answers.text("aim"), let measure = answers.text("measure"), let owner = answers.text("owner"),
            let by = answers.day("by")
        else { return [] }
        plan.actions.append(PlanAction(aim: aim, measure: measure, owner: owner, by: by))
        return [plan.record(on: scene.today)]
    }
}

/// Somebody did what a plan said they would.
package enum FinishPlanAction: Step {
    package static let name = "plan-action-done"
    package static let words = StepWords("Record that an action is done", done: "Action recorded as done")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        RunningPlan.all(journey).filter { $0.actions.contains { $0.doneOn == nil } }.map { $0.opening() }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let actions = RunningPlan.all(scene.journey).first { $0.id == scene.opening.record }?.actions ?? []
        return [
            StepField(
                "action", "Which action?", called: "which action",
                .choice(
                    actions.enumerated().filter { $0.element.doneOn == nil }.map {
                        StepChoice(
                            "\($0.offset)", "\($0.element.aim) (\($0.element.owner), by \($0.element.by.shortWords))")
                    })),
            .day("When was it done?", called: "the day it was done", scene.today),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard var plan = RunningPlan.all(scene.journey).first(where: { $0.id == scene.opening.record }),
            let number = answers.text("action").flatMap({ Int($0) }), plan.actions.indices.contains(number),
            let on = answers.pastDay(today: scene.today)
        else { return [] }
        plan.actions[number].doneOn = on
        return [plan.record(on: scene.today)]
    }
}
