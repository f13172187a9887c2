import AccessRules
import ChildJourney
import WorkingDays

/// A child comes under police protection, or an emergency protection order is made.
package enum TakeEmergencyPower: Step {
    package static let name = "emergency-power"
    package static let words = StepWords(
        "Record police protection or an emergency order", done: "Emergency power recorded")
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "power", "Which?", called: "which it is",
                .choice(EmergencyPowerKind.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            .day("When did it begin?", called: "the day it began", scene.today),
            .time(
                "At what time?", called: "the time it began",
                hint: "Such as 16:50. Without it the power is counted from the start of that day"),
            StepField(
                "ends", "Which day does it end, if the order says?", called: "the day it ends", .day, required: false,
                hint: "Left empty: police protection ends after 72 hours, an order after 8 days"),
            StepField("by", "Which police force or court?", called: "which force or court", .text, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let power: EmergencyPowerKind = answers.choice("power"), let on = answers.pastDay(today: scene.today)
        else { return [] }
        var body = EmergencyPower(power, beganOn: on)
        body.beganAt = answers.moment(on: on, now: scene.now)
        body.endsOn = answers.day("ends")
        // Eight days, and once seven more (Children Act 1989 section 45(1) and (5)).
        if let ends = body.endsOn, ends < on || ends > on + 15 {
            answers.note("ends", "Enter a day from \(on.shortWords) to \((on + 15).shortWords)")
        }
        body.by = answers.text("by")
        return [StepRecord(body, id: scene.id)]
    }
}

/// A manager decides where the child will be when it ends.
package enum DecideAfterEmergencyPower: Step {
    package static let name = "emergency-power-decision"
    package static let words = StepWords(
        "Decide where the child will be", done: "Decided where the child will be",
        lede: "What is decided here is for when police protection or the emergency order ends.")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.emergencyPowers.filter { $0.body.decidedOn == nil }.map {
            $0.opening("emergency power", of: $0.body.beganOn, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it decided?", called: "the day it was decided", scene.today),
            .time("At what time?", called: "the time it was decided"),
            StepField("where", "Where will the child be?", called: "where the child will be", .longText),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.casework.emergencyPowers.last { $0.id == scene.opening.record }
        guard let opened, let on = answers.pastDay(from: opened.body.beganOn, today: scene.today),
            let place = answers.text("where"), let why = answers.text("why")
        else { return [] }
        var body = opened.body
        body.decidedOn = on
        body.decidedAt = answers.moment(on: on, now: scene.now)
        (body.whereTheChildWillBe, body.decisionWhy, body.decidedBy) = (place, why, scene.me)
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}
