import AccessRules
import ChildJourney
import WorkingDays

/// A planned conference is put off. Each time is kept and counted, and a report that was not ready is named.
package enum PostponePlannedConference: Step {
    package static let name = "conference-postponed"
    package static let words = StepWords("Postpone the conference", done: "Conference postponed")
    package static let verb = Verb.recordConference

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.conferences.filter { $0.heldOn == nil }.map { $0.opening("conference", of: $0.standsOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "to", "To which day?", called: "the new day", .day, required: false,
                hint: "Nothing, if no new day is set yet"),
            StepField(
                "reason", "Why?", called: "why",
                .choice(PostponementReason.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField(
                "report", "Which report was not ready?", called: "which report was not ready", .text, required: false,
                hint: "Only where that is the reason"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let conference = scene.journey.conferences.last(where: { $0.id == scene.opening.record }),
            let reason: PostponementReason = answers.choice("reason"),
            let from = conference.standsOn ?? conference.postponements?.last?.from ?? conference.plannedOn
        else { return [] }
        let report = answers.text("report")
        if reason == .reportNotReady, report == nil { answers.note("report", "Enter which report was not ready") }
        let to = answers.day("to")
        if let to, to <= from { answers.note("to", "Enter a day after \(from.shortWords)") }
        var body = conference.body
        body.postponements =
            (body.postponements ?? []) + [
                Postponement(
                    decidedOn: scene.today, from: from, to: to, reason: reason,
                    lateReport: reason == .reportNotReady ? report : nil)
            ]
        return [StepRecord(body, id: conference.id, corrects: conference.place)]
    }
}
