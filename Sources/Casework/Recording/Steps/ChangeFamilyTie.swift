import AccessRules
import ChildJourney
import WorkingDays

/// How an adult belongs with the child has changed: somebody moved in or out, or holds parental responsibility now.
package enum ChangeFamilyTie: Step {
    package static let name = "family-tie"
    package static let words = StepWords(
        "Change how an adult belongs with the child", done: "Change recorded",
        lede: "Who lived with the child until when stays in the record.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.relationships.filter { $0.isAdult == true && $0.until == nil }.map { tie in
            let name = journey.family.adults.first { $0.id == tie.other }?.journey.person?.body.nameShown
            return StepOpening(tie.id, words: name ?? tie.kindWords)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let tie = scene.journey.relationships.last { $0.id == scene.opening.record }?.body
        return TieFields.all(tie, scene) + [
            StepField("until", "Until when, if it is over?", called: "the last day", .day, required: false)
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let tie = scene.journey.relationships.last(where: { $0.id == scene.opening.record }),
            var body = TieFields.body(with: tie.other, &answers, scene)
        else { return [] }
        body.until = answers.pastDay("until", from: body.from, today: scene.today)
        // NB: of an adult who may pose a risk nobody writes away the days they were recorded as living here.
        let isWatched = scene.journey.family.adults.contains {
            $0.id == tie.other && !$0.journey.casework.risksPosed.isEmpty
        }
        var before = tie.body
        switch (tie.body.livesWith == true, body.livesWith == true) {
        case (true, true):
            if isWatched {
                if body.until != nil { body.until = scene.today }
                if let from = body.from, let was = tie.body.from, from > was {
                    answers.note(
                        "from", "They are recorded as living here since \(was.shortWords). First say when they left")
                }
            }
            return [StepRecord(body, id: tie.id, corrects: tie.place)]
        case (true, false):
            // Whoever moves out lived here until then.
            let typed = body.from.flatMap { $0 == tie.body.from ? nil : $0 } ?? body.until ?? scene.today
            before.until = isWatched ? scene.today : max(typed, tie.body.from ?? typed)
            body.from = before.until
            if let until = body.until, let from = body.from { body.until = max(until, from) }
        case (false, true):
            // Whoever moves in begins a new stretch, so that the clocks of the home start on that day.
            guard let from = body.from, tie.body.from != from else {
                return [StepRecord(body, id: tie.id, corrects: tie.place)]
            }
            before.until = from
            body.through = tie.body.through
        case (false, false): return [StepRecord(body, id: tie.id, corrects: tie.place)]
        }
        return [StepRecord(before, id: tie.id, corrects: tie.place), StepRecord(body, id: scene.id)]
    }
}

extension Recorded where Body == Relationship {
    /// "Mother"; a source's own word where it has one.
    package var kindWords: String { RelationshipKind(rawValue: body.kind)?.words ?? body.kind }
}

extension Person {
    /// "Ann Invented"; nil where there is no name.
    package var nameShown: String? {
        let names = [knownAs ?? forename, surname].compactMap { $0 }.filter { !$0.isEmpty }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }
}

/// How an adult belongs with a child, as it is asked.
enum TieFields {
    static func all(_ tie: Relationship?, _ scene: StepScene) -> [StepField] {
        let adults = scene.journey.relationships.filter { $0.isAdult == true && $0.other != tie?.other }
        let through = adults.map { other in
            let name = scene.journey.family.adults.first { $0.id == other.other }?.journey.person?.body.nameShown
            return StepChoice(other.other, name ?? other.kindWords)
        }
        var fields = [
            StepField(
                "kind", "What are they to the child?", called: "what they are to the child",
                .choice(RelationshipKind.allCases.map { StepChoice($0.rawValue, $0.words) }),
                initial: [tie?.kind].compactMap { $0 }),
            yesNo("responsibility", "Do they have parental responsibility?", tie?.parentalResponsibility),
            yesNo("carer", "Do they look after the child?", tie?.carer),
            yesNo("lives", "Do they live with the child?", tie?.livesWith),
            StepField(
                "from", "Since when?", called: "since when", .day, required: false,
                hint: "If they live with the child: since when they do. Nothing typed counts from today",
                initial: [tie?.from?.shortWords].compactMap { $0 }),
        ]
        if !through.isEmpty {
            fields.append(
                StepField(
                    "through", "Through whom?", called: "through whom", .choice(through), required: false,
                    hint: "For a partner, whose partner; for a grandparent, whose mother or father",
                    initial: [tie?.through].compactMap { $0 }))
        }
        return fields
    }

    private static func yesNo(_ name: String, _ words: String, _ known: Bool?) -> StepField {
        StepField(
            name, words, called: "an answer: \(words.prefix(1).lowercased() + words.dropFirst())", .yesNo,
            initial: [known.map { $0 ? "yes" : "no" }].compactMap { $0 })
    }

    static func body(
        with other: String, _ answers: inout StepAnswers, _ scene: StepScene
    ) -> Relationship? {
        guard let kind: RelationshipKind = answers.choice("kind") else { return nil }
        var from = answers.pastDay("from", today: scene.today)
        let lives = answers.yes("lives")
        if from == nil, lives == true { from = scene.today }
        var body = Relationship(other: other, kind: kind.rawValue, from: from)
        body.isAdult = true
        body.parentalResponsibility = answers.yes("responsibility")
        body.carer = answers.yes("carer")
        body.livesWith = lives
        body.through = answers.text("through")
        return body
    }
}
