import AccessRules
import ChildJourney
import WorkingDays

/// A young person of 16 or 17 says that they have nowhere to live.
package enum RecordHomelessness: Step {
    package static let name = "homelessness"
    package static let words = StepWords(
        "Record that a young person is homeless", done: "Homelessness recorded",
        lede: """
            For 16 and 17 year olds. A suitable bed is found for tonight; bed and breakfast is none. Section 20 is explained \
            to them, and a manager decides.
            """)
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        // Whose birth nobody recorded may be 16.
        let isOldEnough = journey.person?.bornOn.map { $0.birthday(16) <= day } ?? (journey.person?.expectedOn == nil)
        let isAsked = journey.casework.homelessness.contains { $0.body.decidedOn == nil }
        return isOldEnough && !isAsked ? [StepOpening()] : []
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When did they come?", called: "the day they came", scene.today),
            .time("At what time?", called: "the time they came"),
            StepField("what", "What happened?", called: "what happened", .longText),
            bed(required: true),
            explained,
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today) else { return [] }
        var body = Homelessness(presentedOn: on)
        body.presentedAt = answers.moment(on: on, now: scene.now)
        body.what = answers.text("what")
        body.beds = answers.choice("bed", BedKind.self).map { [NightsBed(on: on, kind: $0)] }
        body.explain(&answers, on: on, by: scene.me)
        return [StepRecord(body, id: scene.id)]
    }

    fileprivate static func bed(required: Bool) -> StepField {
        StepField(
            "bed", "Where do they sleep tonight?", called: "where they sleep",
            .choice(BedKind.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }), required: required)
    }

    fileprivate static let explained = StepField(
        "explained", "Was it explained to them what section 20 means, and that they may choose it?",
        called: "whether it was explained", .yesNo)
}

/// What is done for them since: a bed, and what they were told.
package enum HelpHomeless: Step {
    package static let name = "homelessness-bed"
    package static let words = StepWords(
        "Record where a homeless young person sleeps", done: "Recorded",
        lede: "Record it each time it changes.")
    package static let verb = Verb.recordContact

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.homelessness.map { homeless in
            homeless.opening(
                "homelessness", of: homeless.body.presentedOn,
                isNext: homeless.body.rightsExplainedOn == nil || homeless.body.bedsInOrder.last?.kind != .suitable)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("Of which day?", called: "the day", scene.today), RecordHomelessness.bed(required: true),
        ] + (scene.homeless?.body.rightsExplainedOn == nil ? [RecordHomelessness.explained] : [])
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = scene.homeless,
            let on = answers.pastDay(from: opened.body.presentedOn, today: scene.today),
            let bed: BedKind = answers.choice("bed")
        else { return [] }
        var body = opened.body
        body.beds = (body.beds ?? []) + [NightsBed(on: on, kind: bed)]
        body.explain(&answers, on: on, by: scene.me)
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

/// A manager decides about section 20, knowing what the young person wants.
package enum DecideHomeless: Step {
    package static let name = "homelessness-decision"
    package static let words = StepWords("Decide about section 20", done: "Decided about section 20")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.homelessness.filter { $0.body.decidedOn == nil }.map {
            $0.opening("homelessness", of: $0.body.presentedOn, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it decided?", called: "the day it was decided", scene.today),
            StepField(
                "decision", "What was decided?", called: "what was decided",
                .choice(HomelessDecision.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) })),
            StepField("wishes", "What does the young person want?", called: "what they want", .longText),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let opened = scene.homeless,
            let on = answers.pastDay(from: opened.body.presentedOn, today: scene.today),
            let decision: HomelessDecision = answers.choice("decision")
        else { return [] }
        // Nobody declines what was not explained to them.
        if decision == .declined, opened.body.rightsExplainedOn.map({ $0 > on }) ?? true {
            answers.note("decision", "Record first that section 20 was explained to them")
        }
        var body = opened.body
        (body.decision, body.decidedOn, body.decidedBy) = (decision, on, scene.me)
        (body.wishes, body.decisionWhy) = (answers.text("wishes"), answers.text("why"))
        return [StepRecord(body, id: opened.id, corrects: opened.place)]
    }
}

extension Homelessness {
    /// The first time counts: it is not explained later because it was explained again.
    fileprivate mutating func explain(_ answers: inout StepAnswers, on day: Day, by worker: String) {
        guard answers.yes("explained") == true, rightsExplainedOn == nil else { return }
        (rightsExplainedOn, rightsExplainedBy) = (day, worker)
    }
}

extension StepScene {
    fileprivate var homeless: Recorded<Homelessness>? {
        journey.casework.homelessness.last { $0.id == opening.record }
    }
}
