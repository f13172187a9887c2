import AccessRules
import ChildJourney
import WorkingDays

/// Early help is opened for a child: who leads it, and what is planned.
package enum OpenEarlyHelp: Step {
    package static let name = "early-help"
    package static let words = StepWords("Record that early help is opened", done: "Early help recorded")
    package static let verb = Verb.recordReferral

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.earlyHelpEpisodes.contains { $0.endedOn == nil } ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it opened?", called: "the day it was opened", scene.today),
            StepField("lead", "Who leads it?", called: "who leads it", .text, hint: "Their name, post and agency"),
            StepField("why", "What is it for?", called: "what it is for", .longText),
            StepField("plan", "What is planned?", called: "what is planned", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today) else { return [] }
        var body = EarlyHelpEpisode(startedOn: on, reason: answers.text("why"))
        (body.lead, body.plan) = (answers.text("lead"), answers.text("plan"))
        return [StepRecord(body, id: scene.id)]
    }
}

/// Early help ends.
package enum EndEarlyHelp: Step {
    package static let name = "early-help-end"
    package static let words = StepWords("End early help", done: "End of early help recorded")
    package static let verb = Verb.recordReferral

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.earlyHelpEpisodes.filter { $0.endedOn == nil }.map { $0.opening("early help", of: $0.startedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did it end?", called: "the day it ended", scene.today),
            StepField("why", "Why?", called: "why it ended", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.earlyHelpEpisodes.last { $0.id == scene.opening.record }
        guard let opened, let on = answers.pastDay(from: opened.startedOn, today: scene.today) else { return [] }
        var body = opened.body
        (body.endedOn, body.endReason) = (on, answers.text("why"))
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

/// The family declines early help that was offered, as when a case steps down to it.
package enum DeclineEarlyHelp: Step {
    package static let name = "early-help-declined"
    package static let words = StepWords(
        "Record that early help was declined", done: "Early help declined",
        lede:
            "Whoever declined it, after it was offered to them. It counts for a case closed to early help from the day it is written."
    )
    package static let verb = Verb.recordReferral

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.earlyHelpEpisodes.contains { $0.endedOn == nil } ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it declined?", called: "the day it was declined", scene.today),
            StepField(
                "by", "Who declined it?", called: "who declined it", .text, hint: "Name, and who they are to the child"),
            StepField(
                "offered", "What was offered, and by whom?", called: "what was offered", .longText),
            StepField("why", "What did they say?", called: "what they said", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let by = answers.text("by"),
            let offered = answers.text("offered")
        else { return [] }
        return [StepRecord(EarlyHelpDeclined(on: on, by: by, offered: offered, why: answers.text("why")), id: scene.id)]
    }
}
