import AccessRules
import ChildJourney
import WorkingDays

/// The council is told, or finds out, that a child lives or is to live with somebody who is no near relative.
package enum RecordPrivateFostering: Step {
    package static let name = "private-fostering"
    package static let words = StepWords(
        "Record private fostering", done: "Private fostering recorded",
        lede: "The child is visited and seen within 7 working days. Visits are recorded as any visit is.")
    package static let verb = Verb.recordReferral

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.privateFostering.contains { $0.body.endedOn == nil } ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was this council told?", called: "the day this council was told", scene.today),
            StepField(
                "began", "When did the child come to live there, or when will they?", called: "the day it begins",
                .day, required: false),
            StepField("carer", "Who cares for the child?", called: "who cares for the child", .text),
            StepField(
                "arrangement", "What was arranged, by whom, and for how long?", called: "what was arranged", .longText,
                required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let told = answers.pastDay(today: scene.today), let carer = answers.text("carer") else { return [] }
        var body = PrivateFostering(notifiedOn: told, carer: carer)
        body.beganOn = answers.day("began")
        body.arrangement = answers.text("arrangement")
        return [StepRecord(body, id: scene.id)]
    }
}

/// Somebody checks the carer, the household or the home.
package enum CheckPrivateFostering: Step {
    package static let name = "private-fostering-check"
    package static let words = StepWords("Record a check of private fostering", done: "Check recorded")
    package static let verb = Verb.recordPlan

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { journey.openFostering }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When?", called: "the day", scene.today),
            StepField("what", "What was checked?", called: "what was checked", .text, hint: "Police, health, the home"),
            StepField("found", "What was found?", called: "what was found", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = scene.fostering, let on = answers.pastDay(today: scene.today),
            let what = answers.text("what"), let found = answers.text("found")
        else { return [] }
        var body = opened.body
        body.checks = (body.checks ?? []) + [FosteringCheck(on: on, what: what, found: found)]
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

/// A manager says that the arrangement is over: then nobody goes there any more.
package enum EndPrivateFostering: Step {
    package static let name = "private-fostering-end"
    package static let words = StepWords(
        "End private fostering", done: "End of private fostering recorded",
        lede: "What was due until today stays due: the end counts from the day it is written.")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { journey.openFostering }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it end?", called: "the day it ended", scene.today),
            StepField(
                "why", "Why, and where does the child live now?", called: "why it ended", .longText,
                hint: "Write no address here that must not be told"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = scene.fostering,
            let on = answers.pastDay(from: opened.body.notifiedOn, today: scene.today)
        else { return [] }
        var body = opened.body
        (body.endedOn, body.endedWhy) = (on, answers.text("why"))
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

extension Journey {
    fileprivate var openFostering: [StepOpening] {
        casework.privateFostering.filter { $0.body.endedOn == nil }.map {
            $0.opening("private fostering", of: $0.body.notifiedOn)
        }
    }
}

extension StepScene {
    fileprivate var fostering: Recorded<PrivateFostering>? {
        journey.casework.privateFostering.last { $0.id == opening.record }
    }
}
