import AccessRules
import ChildJourney
import WorkingDays

/// What the child is at risk of, how much, and when somebody looks again.
package enum RecordRiskToChild: Step {
    package static let name = "risk-to-child"
    package static let words = StepWords("Record a risk to the child", done: "Risk to the child recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        [StepOpening()]
            + journey.casework.risksToChild.filter { $0.body.endedOn == nil }.map {
                StepOpening($0.id, words: $0.body.kind.words, isNext: ($0.body.reviewOn ?? day) < day)
            }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let known = known(scene)?.body
        return [
            StepField(
                "kind", "Of what?", called: "what the risk is of",
                .choice(ChildRiskKind.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                initial: [known?.kind.rawValue].compactMap { $0 }),
            StepField(
                "level", "How much?", called: "how much",
                .choice(RiskLevel.allCases.map { StepChoice($0.rawValue, $0.rawValue.atSentenceStart) }),
                initial: [known?.level.rawValue].compactMap { $0 }),
            .day("Since when?", called: "the day it began", known?.since ?? scene.today),
            StepField(
                "what", "What is seen or known?", called: "what is known", .longText, required: false,
                initial: [known?.what].compactMap { $0 }),
            StepField(
                "review", "When is it looked at again?", called: "when it is looked at again", .day,
                initial: [known?.reviewOn?.shortWords].compactMap { $0 }),
            StepField("ended", "When did it end?", called: "the day it ended", .day, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let kind: ChildRiskKind = answers.choice("kind"), let level: RiskLevel = answers.choice("level"),
            let since = answers.pastDay(today: scene.today), let review = answers.day("review")
        else { return [] }
        if review < since { answers.note("review", "Enter a day after it began") }
        var body = RiskToChild(kind: kind, level: level, since: since)
        body.what = answers.text("what")
        body.reviewOn = review
        body.endedOn = answers.pastDay("ended", from: since, today: scene.today)
        let known = known(scene)
        // NB: a risk that becomes another one would take with it what is missing for it.
        if let known, known.body.kind != kind {
            answers.note("kind", "This is \(known.body.kind.words): end it, and record the other")
        }
        return [StepRecord(body, id: known?.id ?? scene.id, corrects: known?.place)]
    }

    private static func known(_ scene: StepScene) -> Recorded<RiskToChild>? {
        scene.journey.casework.risksToChild.last { $0.id == scene.opening.record }
    }
}
