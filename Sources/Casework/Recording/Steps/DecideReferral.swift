import AccessRules
import ChildJourney
import WorkingDays

/// A manager decides what becomes of a referral, inside one working day.
package enum DecideReferral: Step {
    package static let name = "referral-decision"
    package static let words = StepWords("Decide a referral", done: "Referral decided")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.openReferrals.filter { $0.decidedOn == nil }.map {
            $0.opening("referral", of: $0.receivedOn, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "decision", "What is decided?", called: "what is decided",
                .choice([StepChoice("accepted", "Accept it"), StepChoice("no-further-action", "No further action")])),
            StepField(
                "need", "What does the child mainly need?", called: "the main need",
                .choice(scene.choices("primaryneedcode")), required: false),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let referral = scene.journey.referral(scene.opening.record), let decision = answers.text("decision")
        else { return [] }
        var body = referral.body
        body.decidedOn = scene.today
        body.noFurtherAction = decision == "no-further-action"
        body.primaryNeed = answers.text("need") ?? body.primaryNeed
        body.decisionWhy = answers.text("why")
        body.decidedBy = scene.person.user.text
        return [StepRecord(body, id: referral.id, corrects: referral.place)]
    }
}
