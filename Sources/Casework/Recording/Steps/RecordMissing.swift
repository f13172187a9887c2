import AccessRules
import ChildJourney
import WorkingDays

/// A child is missing, or away without leave.
package enum RecordMissing: Step {
    package static let name = "missing"
    package static let words = StepWords(
        "Record that the child is missing", done: "Missing recorded",
        lede: "The clock runs from the hour it was reported, nights and weekends included. Ring the police first.")
    package static let verb = Verb.recordContact

    /// Not while one is on record already: the same absence written twice would be two.
    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.missingEpisodes.contains { $0.until == nil && $0.kind != .away } ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "kind", "Which?", called: "which it is",
                .choice([
                    StepChoice(MissingKind.missing.rawValue, "Missing: nobody knows where the child is"),
                    StepChoice(MissingKind.away.rawValue, "Away without leave: where the child is, is known"),
                ])),
            .day("Since which day?", called: "the day since when", scene.today),
            .time(
                "Since what time?", called: "the time since when", hint: "When the child was last seen. Such as 16:50"),
            StepField(
                "reported", "When was it reported to the police?", called: "the day it was reported", .day,
                required: false),
            .time("At what time was it reported?", called: "the time it was reported", name: "reportedAt"),
            StepField("by", "Who reported it?", called: "who reported it", .text, required: false),
            StepField(
                "what", "What is known of it?", called: "what is known", .longText, required: false,
                hint: "Who was last with the child, what they wore, where they may be, and with whom"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let kind: MissingKind = answers.choice("kind"), let on = answers.pastDay(today: scene.today) else {
            return []
        }
        var body = MissingEpisode(kind: kind, from: on)
        body.fromAt = answers.moment(on: on, now: scene.now)
        body.reportedOn = answers.pastDay("reported", from: on, today: scene.today)
        body.reportedAt = body.reportedOn.flatMap { answers.moment("reportedAt", on: $0, now: scene.now) }
        if let reported = body.reportedAt, let since = body.fromAt, reported < since {
            answers.note("reportedAt", "Enter a time after the child was last seen")
        }
        body.reportedBy = answers.text("by")
        body.circumstances = answers.text("what")
        return [StepRecord(body, id: scene.id)]
    }
}

/// The child is back, or was found.
package enum RecordReturn: Step {
    package static let name = "missing-return"
    package static let words = StepWords(
        "Record that the child is back", done: "Return recorded",
        lede: """
            The child stays on the list until somebody has seen them. Somebody independent is to talk with them within 72 \
            hours.
            """)
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.missingEpisodes.filter { $0.until == nil }.map {
            $0.opening("time missing", of: $0.from, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did the child come back?", called: "the day of the return", scene.today),
            .time("At what time?", called: "the time of the return"),
            StepField(
                "how", "How did they come back, and how are they?", called: "how they came back", .longText,
                hint: "By themselves, found by the police, brought back; and where from"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.missingEpisodes.last { $0.id == scene.opening.record }
        guard let opened, let on = answers.pastDay(from: opened.from, today: scene.today) else { return [] }
        var body = opened.body
        body.until = on
        body.returnedAt = answers.moment(on: on, now: scene.now)
        if let back = body.returnedAt, let since = body.fromAt, back < since {
            answers.note("at", "Enter a time after the child was last seen")
        }
        body.returnedHow = answers.text("how")
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

/// Police, social care and others meet about a missing child.
package enum HoldMissingMeeting: Step {
    package static let name = "missing-meeting"
    package static let words = StepWords(
        "Record a strategy meeting about a missing child", done: "Meeting recorded",
        lede: "It is no strategy discussion about harm: that has a form of its own.")
    package static let verb = Verb.recordEnquiry

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.missingEpisodes.filter { $0.kind != .away }.reversed().map {
            $0.opening("time missing", of: $0.from, isNext: $0.until == nil)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it held?", called: "the day it was held", scene.today),
            .time("At what time?", called: "the time it was held"),
            .agencies("present", "Who took part?", called: "who took part"),
            StepField("plan", "What is done, by whom and by when?", called: "what is done", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.missingEpisodes.last { $0.id == scene.opening.record }
        guard let opened, let on = answers.pastDay(from: opened.from, today: scene.today) else { return [] }
        var body = MissingMeeting(heldOn: on, of: opened.id)
        body.heldAt = answers.moment(on: on, now: scene.now)
        body.present = answers.several("present")
        if body.present?.contains(.police) != true {
            answers.note("present", "A strategy meeting about a missing child is held with the police")
        }
        body.plan = answers.text("plan")
        return [StepRecord(body, id: scene.id)]
    }
}

/// Somebody independent offers to talk with the child who came back, does so, or is turned down.
package enum RecordReturnInterview: Step {
    package static let name = "return-interview"
    package static let words = StepWords(
        "Record a return interview", done: "Return interview recorded",
        lede: "Record each offer by itself: one that is declined counts only with what was tried.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        let answered = Set(journey.casework.returnInterviews.filter(\.body.answers).map(\.body.of))
        return journey.missingEpisodes.filter { $0.until != nil }.reversed().map {
            $0.opening("time missing", of: $0.from, isNext: $0.kind != .away && !answered.contains($0.id))
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "outcome", "What happened?", called: "what happened",
                .choice(
                    ReturnInterviewOutcome.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            .day("When?", called: "the day", scene.today),
            .time("At what time?", called: "the time"),
            StepField("by", "By whom?", called: "by whom", .text, hint: "Their name and post"),
            StepField(
                "independent", "Are they independent of the child's care?", called: "whether they are independent",
                .yesNo,
                hint: "Not the child's own social worker, and not a carer"),
            StepField(
                "tried", "What was tried?", called: "what was tried", .longText, required: false,
                hint: "Needed where the child declined: when, where and how it was offered"),
            StepField(
                "learnt", "What was learnt?", called: "what was learnt", .longText, required: false,
                hint: "Where they were, with whom, what drew them away, what would help; in the child's words"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        let opened = scene.journey.missingEpisodes.last { $0.id == scene.opening.record }
        guard let opened, let outcome: ReturnInterviewOutcome = answers.choice("outcome"),
            let on = answers.pastDay(from: opened.until, today: scene.today)
        else { return [] }
        var body = ReturnInterview(on: on, of: opened.id, outcome: outcome)
        body.at = answers.moment(on: on, now: scene.now)
        body.by = answers.text("by")
        body.isIndependent = answers.yes("independent")
        body.tried = answers.text("tried")
        body.learnt = answers.text("learnt")
        if outcome == .declined, body.tried == nil { answers.note("tried", "Enter what was tried") }
        if outcome == .held, body.learnt == nil { answers.note("learnt", "Enter what was learnt") }
        return [StepRecord(body, id: scene.id)]
    }
}
