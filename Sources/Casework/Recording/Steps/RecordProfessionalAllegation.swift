import AccessRules
import ChildJourney
import WorkingDays

/// Somebody who works with children is said to have harmed the child.
package enum RecordProfessionalAllegation: Step {
    package static let name = "professional-allegation"
    package static let words = StepWords(
        "Record an allegation about a professional", done: "Allegation recorded",
        lede: "It is put to the designated officer within one working day.")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it become known?", called: "the day it became known", scene.today),
            StepField(
                "about", "What is their work with children?", called: "their work", .text,
                hint: "Their work, not their name: a teaching assistant at the child's school"),
            StepField("what", "What is alleged?", called: "what is alleged", .longText),
            StepField(
                "referred", "When was it put to the designated officer?",
                called: "the day it was put to the designated officer", .day, required: false,
                hint: "Leave it empty if it has not been yet"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let about = answers.text("about"),
            let what = answers.text("what")
        else { return [] }
        var body = ProfessionalAllegation(on: on, about: about, what: what)
        if answers.day("referred") != nil {
            body.referredOn = answers.pastDay("referred", from: on, today: scene.today)
            body.referredBy = scene.me
        }
        return [StepRecord(body, id: scene.id)]
    }
}

/// It is put to the designated officer; or what came of it is written.
package enum ReferProfessionalAllegation: Step {
    package static let name = "designated-officer"
    package static let words = StepWords(
        "Put an allegation to the designated officer", done: "Designated officer recorded")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.professionalAllegations.filter { $0.body.referredOn == nil || $0.body.outcome == nil }.map {
            $0.opening("allegation", of: $0.body.on, isNext: $0.body.referredOn == nil)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let referredOn = opened(scene)?.body.referredOn
        return [
            .day(
                referredOn == nil ? "When was the designated officer told?" : "When was it settled?",
                called: "the day", scene.today),
            StepField(
                "outcome", "What came of it?", called: "what came of it", .longText, required: referredOn != nil,
                hint: referredOn == nil ? "Leave it empty while it is looked into" : nil),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = opened(scene) else { return [] }
        let first = opened.body.referredOn ?? opened.body.on
        guard let on = answers.pastDay(from: first, today: scene.today) else { return [] }
        var body = opened.body
        if body.referredOn == nil { (body.referredOn, body.referredBy) = (on, scene.me) }
        if let outcome = answers.text("outcome") { (body.outcome, body.outcomeOn) = (outcome, on) }
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }

    private static func opened(_ scene: StepScene) -> Recorded<ProfessionalAllegation>? {
        scene.journey.casework.professionalAllegations.last { $0.id == scene.opening.record }
    }
}
