import AccessRules
import ChildJourney
import WorkingDays

/// The family is offered to decide together what is done for the child.
package enum OfferFamilyGroup: Step {
    package static let name = "family-group"
    package static let words = StepWords(
        "Record the offer of family group decision-making", done: "Offer recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it offered?", called: "the day it was offered", scene.today),
            StepField(
                "accepted", "Did the family take it up?", called: "whether they took it up", .yesNo, required: false,
                hint: "Left empty: nobody has said yet"),
            StepField("answer", "Who was asked, and what did they say?", called: "what they said", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today) else { return [] }
        var body = FamilyGroup(offeredOn: on)
        (body.isAccepted, body.answer) = (answers.yes("accepted"), answers.text("answer"))
        return [StepRecord(body, id: scene.id)]
    }
}

/// The family met, and made a plan or did not.
package enum HoldFamilyGroup: Step {
    package static let name = "family-group-held"
    package static let words = StepWords("Record a family group meeting", done: "Family group meeting recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.familyGroups.filter { $0.body.heldOn == nil && $0.body.isAccepted != false }.map {
            $0.opening("offer", of: $0.body.offeredOn, isNext: $0.body.isAccepted == true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it held?", called: "the day it was held", scene.today),
            StepField("present", "Who of the family came?", called: "who came", .longText),
            StepField("plan", "What did the family decide?", called: "what they decided", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.casework.familyGroups.last { $0.id == scene.opening.record }
        guard let opened, let on = answers.pastDay(from: opened.body.offeredOn, today: scene.today) else { return [] }
        var body = opened.body
        (body.heldOn, body.isAccepted) = (on, true)
        (body.present, body.plan) = (answers.text("present"), answers.text("plan"))
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}
