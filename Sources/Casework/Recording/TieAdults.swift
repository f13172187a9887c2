import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Two adults of the record are partners, were, or are parent or brother and sister: recorded once, and read from both.
package enum TieAdults: Step {
    package static let name = "tie"
    package static let words = StepWords(
        "Record what they are to another adult", done: "Recorded",
        lede: "Recorded once, it is told on both adults' pages and in the family tree of every child they share.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "kind", "What are they?", called: "what they are",
                .choice(AdultTie.allCases.map { StepChoice($0.rawValue, $0.words) })),
            StepField(
                "other", "Of whom?", called: "of whom", .choice(scene.adults),
                hint: scene.adults.isEmpty
                    ? "Nobody else is recorded with their children: search on their page first" : nil),
        ] + days(nil)
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let other = answers.text("other"), var body = body(with: other, &answers, scene) else { return [] }
        let isKnown = scene.ties.contains { $0.adult.local == other && $0.tie.until == nil && $0.says(body.kind) }
        if isKnown { answers.note("other", "That is recorded already") }
        if body.kind == AdultTie.formerPartner.rawValue, body.until == nil { body.until = body.from }
        return [StepRecord(body, id: scene.id)]
    }

    static func days(_ tie: Relationship?) -> [StepField] {
        [
            StepField(
                "from", "Since when?", called: "since when", .day, required: false,
                hint: "Nothing, if it is not known", initial: [tie?.from?.shortWords].compactMap { $0 }),
            StepField(
                "until", "Until when, if it is over?", called: "the last day", .day, required: false,
                initial: [tie?.until?.shortWords].compactMap { $0 }),
        ]
    }

    static func body(with other: String, _ answers: inout StepAnswers, _ scene: StepScene) -> Relationship? {
        guard let kind: AdultTie = answers.choice("kind") else { return nil }
        var body = Relationship(other: other, kind: kind.rawValue, from: answers.pastDay("from", today: scene.today))
        body.until = answers.pastDay("until", from: body.from, today: scene.today)
        body.isAdult = true
        return body
    }
}

/// What two adults are to each other is another thing now, or is over.
package enum ChangeAdultTie: Step {
    package static let name = "tie-change"
    package static let words = StepWords("Change what they are to another adult", done: "Change recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.relationships.filter { $0.isAdult == true }.map {
            StepOpening($0.id, words: (AdultTie(rawValue: $0.body.kind)?.words ?? $0.body.kind).lowercased())
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let tie = tie(scene)?.body
        return [
            StepField(
                "kind", "What are they?", called: "what they are",
                .choice(AdultTie.allCases.map { StepChoice($0.rawValue, $0.words) }),
                initial: [tie?.kind].compactMap { $0 })
        ] + TieAdults.days(tie)
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let tie = tie(scene), let body = TieAdults.body(with: tie.other, &answers, scene) else { return [] }
        return [StepRecord(body, id: tie.id, corrects: tie.place)]
    }

    private static func tie(_ scene: StepScene) -> Recorded<Relationship>? {
        scene.journey.relationships.last { $0.id == scene.opening.record }
    }
}

extension TiedAdult {
    /// "Parent of", as it reads from the adult who is opened.
    package var words: String {
        guard let kind = AdultTie(rawValue: tie.body.kind) else { return tie.body.kind }
        return isFromOther ? kind.wordsFromOther : kind.words
    }

    fileprivate func says(_ kind: String) -> Bool {
        tie.body.kind == kind && (!isFromOther || kind != AdultTie.parent.rawValue)
    }
}
