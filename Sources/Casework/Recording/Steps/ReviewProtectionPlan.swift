import AccessRules
import ChildJourney
import WorkingDays

/// A review conference looks at a child protection plan: it goes on, or ends.
package enum ReviewProtectionPlan: Step {
    package static let name = "plan-review"
    package static let words = StepWords(
        "Record a review of the protection plan", done: "Review recorded",
        lede: "A plan that does not go on ends on the day of the review.")
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard let plan = journey.runningProtectionPlan else { return [] }
        return [plan.opening("child protection plan", of: plan.startedOn)]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it held?", called: "the day it was held", scene.today),
            StepField("quorate", "Was it quorate?", called: "whether it was quorate", .yesNo),
            StepField(
                "child", "How did the child take part?", called: "how the child took part",
                .choice([
                    StepChoice("attended", "Was there"), StepChoice("views-given", "Sent their views"),
                    StepChoice("advocate", "An advocate spoke for them"), StepChoice("not", "Did not take part"),
                ])),
            StepField("continues", "Does the plan go on?", called: "whether the plan goes on", .yesNo),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let plan = scene.journey.runningProtectionPlan,
            let on = answers.pastDay(from: plan.startedOn, today: scene.today),
            let continues = answers.yes("continues")
        else { return [] }
        if !continues {
            scene.refuseToEndAlone(plan, &answers, "continues")
            scene.refuseToEndBefore(plan, on, &answers)
        }
        var review = PlanReview(
            plan: plan.id, heldOn: on, quorate: answers.yes("quorate"), continues: continues,
            participation: answers.text("child"))
        review.why = answers.text("why")
        var records = [StepRecord(review, id: scene.id)]
        if !continues {
            var body = plan.body
            body.endedOn = on
            body.endedWhy = answers.text("why")
            records.append(StepRecord(body, id: plan.id, corrects: plan.place))
        }
        return records
    }
}
