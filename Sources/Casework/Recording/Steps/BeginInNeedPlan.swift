import AccessRules
import ChildJourney
import WorkingDays

/// A child in need plan begins.
package enum BeginInNeedPlan: Step {
    package static let name = "in-need-plan"
    package static let words = StepWords("Begin a child in need plan", done: "Child in need plan begun")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard journey.runningInNeedPlan == nil, journey.runningProtectionPlan == nil else { return [] }
        return journey.openReferrals.filter { $0.isAccepted }.map { referral in
            let isAssessed = journey.assessments.contains { $0.referral == referral.id && $0.authorisedOn != nil }
            return referral.opening("referral", of: referral.receivedOn, isNext: isAssessed)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When does it begin?", called: "the day it begins", scene.today),
            StepField("aim", "What should change for the child first?", called: "what should change", .text),
            StepField("measure", "How will anybody know?", called: "how anybody will know", .text),
            StepField("owner", "Who does it?", called: "who does it", .text),
            StepField("by", "By when?", called: "by when", .day),
            StepField(
                "contingency", "What happens if the plan does not work?", called: "what happens if it does not work",
                .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let referral = scene.journey.referral(scene.opening.record)
        guard let on = answers.pastDay(from: referral?.receivedOn, today: scene.today), let aim = answers.text("aim"),
            let measure = answers.text("measure"), let owner = answers.text("owner"), let by = answers.day("by")
        else { return [] }
        if by < on { answers.note("by", "Enter a day from \(on.shortWords), when the plan begins") }
        var body = ChildInNeedPlan(referral: referral?.id, startedOn: on, worker: scene.me)
        body.actions = [PlanAction(aim: aim, measure: measure, owner: owner, by: by)]
        body.contingency = answers.text("contingency")
        body.contentsOn = scene.today
        return [StepRecord(body, id: scene.id)]
    }
}

/// A child in need plan is looked at again: it goes on, or ends.
package enum ReviewInNeedPlan: Step {
    package static let name = "in-need-review"
    package static let words = StepWords("Record a review of the child in need plan", done: "Review recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        guard let plan = journey.runningInNeedPlan else { return [] }
        return [plan.opening("child in need plan", of: plan.startedOn)]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it held?", called: "the day it was held", scene.today),
            StepField("child", "Did the child take part?", called: "whether the child took part", .yesNo),
            StepField("progress", "What has changed for the child?", called: "what has changed", .longText),
            StepField("continues", "Does the plan go on?", called: "whether the plan goes on", .yesNo),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let plan = scene.journey.runningInNeedPlan,
            let on = answers.pastDay(from: plan.startedOn, today: scene.today),
            let continues = answers.yes("continues")
        else { return [] }
        let review = InNeedPlanReview(
            plan: plan.id, heldOn: on, childTookPart: answers.yes("child"), progress: answers.text("progress"),
            continues: continues)
        guard !continues else { return [StepRecord(review, id: scene.id)] }
        var body = plan.body
        body.endedOn = on
        body.endedWhy = answers.text("progress")
        return [StepRecord(review, id: scene.id), StepRecord(body, id: plan.id, corrects: plan.place)]
    }
}
