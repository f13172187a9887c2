import AccessRules
import ChildJourney
import WorkingDays

/// An address, school, telephone, doctor or placement is withheld from named people. Anybody who works with the child does
/// it, at once.
package enum WithholdFact: Step {
    package static let name = "withholding"
    package static let words = StepWords(
        "Withhold an address or school", done: "Withheld",
        lede:
            "From now on it is hidden on every page and in everything that goes out. Whoever needs it says why, and is logged."
    )
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "facts", "What must they not learn?", called: "what they must not learn",
                .several(PrivateFact.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                initial: PrivateFact.allCases.map(\.rawValue)),
            StepField(
                "from", "Who must not learn it?", called: "who must not learn it", .longText,
                hint: "One person on a line, with who they are to the child"),
            StepField("why", "Why?", called: "why", .longText),
            .day(
                "Since when? What ended before is known to them already", called: "the day since when", name: "since",
                scene.today),
            StepField(
                "review", "When is it looked at again?", called: "the day it is looked at again", .day, required: false,
                hint: "It stays withheld until somebody else ends it, whatever this day is"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let from = answers.text("from"), let why = answers.text("why"),
            let since = answers.pastDay("since", today: scene.today)
        else { return [] }
        let facts: [PrivateFact] = answers.several("facts")
        if facts.isEmpty { answers.note("facts", "Choose what they must not learn") }
        let people = from.split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
        var body = WithheldFact(
            facts: facts, from: people, why: why, since: since, on: scene.today, by: scene.me)
        body.reviewBy = answers.day("review")
        // The reason stands on the page for everybody: it must not tell what is about to be hidden.
        let hiding = scene.history.withholding(with: body)
        for (field, text) in [("from", from), ("why", why)] {
            if let problem = hiding.whyToLeaveOut(text) { answers.note(field, problem) }
        }
        return [StepRecord(body, id: scene.id)]
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Somebody else than whoever withheld it decides that it need not be withheld any more.
package enum EndWithholding: Step {
    package static let name = "withholding-ended"
    package static let words = StepWords(
        "End the withholding of an address or school", done: "No longer withheld",
        lede: "Once it is told, nobody can take it back.")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.withheldFacts.filter { $0.endedOn == nil }.map { held in
            let facts = held.facts.map(\.words).joined(separator: ", ")
            return StepOpening(held.id, words: "\(facts) withheld on \(held.on.shortWords)")
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let held = scene.journey.casework.withheldFacts.last { $0.id == scene.opening.record }?.body
        let from = held?.from.joined(separator: "; ") ?? ""
        return [
            StepField(
                "why", "Why may it be told now?", called: "why it may be told now", .longText,
                hint: held.map { "Withheld from \(from). \($0.why)" })
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let held = scene.journey.casework.withheldFacts.last(where: { $0.id == scene.opening.record }) else {
            return []
        }
        if held.body.by == scene.me {
            answers.note("why", "You withheld it yourself: somebody else decides that it may be told")
        }
        var body = held.body
        (body.endedOn, body.endedWhy, body.endedBy) = (scene.today, answers.text("why"), scene.me)
        return [StepRecord(body, id: held.id, corrects: held.place)]
    }
}
