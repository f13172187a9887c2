import AccessRules
import ChildJourney
import WorkingDays

/// A child has died or was seriously harmed.
package enum RecordSeriousIncident: Step {
    package static let name = "serious-incident"
    package static let words = StepWords(
        "Record a serious incident", done: "Serious incident recorded",
        lede:
            "A child's death, or serious harm, where abuse or neglect is known or suspected; or the death of a child in the council's care. It is notified within 5 working days of the council knowing."
    )
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it happen?", called: "the day it happened", scene.today),
            StepField(
                "known", "When did the council know?", called: "the day the council knew", .day,
                initial: [scene.today.shortWords]),
            StepField(
                "harm", "Which?", called: "which it is",
                .choice(SeriousHarm.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("what", "What happened?", called: "what happened", .longText),
            StepField(
                "notified", "When was it notified?", called: "the day it was notified", .day, required: false,
                hint: "Leave it empty if it has not been yet"),
            StepField(
                "to", "Who was told?", called: "who was told", .text, required: false,
                hint: "Such as the national panel, Ofsted and the safeguarding partners"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today),
            let known = answers.pastDay("known", from: on, today: scene.today),
            let harm: SeriousHarm = answers.choice("harm"), let what = answers.text("what")
        else { return [] }
        var body = SeriousIncident(on: on, knownOn: known, harm: harm)
        body.what = what
        if answers.day("notified") != nil {
            body.notifiedOn = answers.pastDay("notified", from: known, today: scene.today)
            body.notifiedBy = scene.me
            body.notifiedTo = answers.text("to")
            if body.notifiedTo == nil { answers.note("to", "Say who was told") }
        }
        return [StepRecord(body, id: scene.id)]
    }
}

/// It is notified; or its rapid review has been sent.
package enum NotifySeriousIncident: Step {
    package static let name = "serious-incident-notified"
    package static let words = StepWords("Notify a serious incident", done: "Serious incident notified")
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.seriousIncidents.filter { $0.body.notifiedOn == nil || $0.body.reviewedOn == nil }.map {
            $0.opening("serious incident", of: $0.body.on, isNext: $0.body.notifiedOn == nil)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        guard opened(scene)?.body.notifiedOn == nil else {
            return [
                .day("When was the rapid review sent?", called: "the day the review was sent", scene.today),
                StepField("review", "What did it find, and what follows?", called: "what it found", .longText),
            ]
        }
        return [
            .day("When was it notified?", called: "the day it was notified", scene.today),
            StepField(
                "to", "Who was told?", called: "who was told", .text,
                hint: "Such as the national panel, Ofsted and the safeguarding partners"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = opened(scene) else { return [] }
        var body = opened.body
        if let notified = body.notifiedOn {
            guard let on = answers.pastDay(from: notified, today: scene.today), let review = answers.text("review")
            else { return [] }
            (body.reviewedOn, body.review) = (on, review)
        } else {
            guard let on = answers.pastDay(from: body.knownOn, today: scene.today), let to = answers.text("to")
            else { return [] }
            (body.notifiedOn, body.notifiedTo, body.notifiedBy) = (on, to, scene.me)
        }
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }

    private static func opened(_ scene: StepScene) -> Recorded<SeriousIncident>? {
        scene.journey.casework.seriousIncidents.last { $0.id == scene.opening.record }
    }
}
