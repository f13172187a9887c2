import AccessRules
import ChildJourney
import WorkingDays

/// The people who carry out a child protection plan have met.
package enum HoldCoreGroup: Step {
    package static let name = "core-group"
    package static let words = StepWords("Record a core group", done: "Core group recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard let plan = journey.runningProtectionPlan else { return [] }
        let isFirst = !journey.casework.coreGroups.contains { $0.body.plan == plan.id }
        return [plan.opening("child protection plan", of: plan.startedOn, isNext: isFirst)]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it meet?", called: "the day it met", scene.today),
            .agencies("present", "Who took part?", called: "who took part"),
            StepField("family", "Did the family take part?", called: "whether the family took part", .yesNo),
            StepField(
                "progress", "What has changed for the child?", called: "what has changed for the child", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let plan = scene.journey.runningProtectionPlan,
            let on = answers.pastDay(from: plan.startedOn, today: scene.today)
        else { return [] }
        let present: [Agency] = answers.several("present")
        if present.isEmpty { answers.note("present", "Choose who took part") }
        let body = CoreGroup(
            plan: plan.id, heldOn: on, present: present, familyPresent: answers.yes("family"),
            progress: answers.text("progress"))
        return [StepRecord(body, id: scene.id)]
    }
}
