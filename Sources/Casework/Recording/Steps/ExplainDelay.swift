import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// Somebody says why one thing is late for a child, and the new day; a manager has to agree. The concern stays as it is.
package enum ExplainDelay: Step {
    package static let name = "delay"
    package static let words = StepWords(
        "Explain a delay", done: "Delay explained, for a manager to agree",
        lede: "The concern stays counted and shown, with its reason and the new day. Only the real thing clears it.")
    package static let verb = Verb.recordNote

    /// Offered beside each concern, and not among the other steps.
    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [] }

    package static func openings(_ journey: Journey, _ concerns: [Concern], on day: Day) -> [StepOpening] {
        concerns.filter { $0.mayBeDelayed(on: day) }.map { concern in
            StepOpening(opening(of: concern), words: Rules.rule(concern.code)?.words.title ?? concern.code.text)
        }
    }

    /// What a concern is called in the address of this step.
    package static func opening(of concern: Concern) -> RecordID {
        let about = concern.about
        return RecordID("\(concern.code) \(about.kind.rawValue) \(about.id.text) \(concern.clockStart)")
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let reasons = DelayReason.allCases.map {
            StepChoice(
                $0.rawValue,
                "\($0.isRightForChild ? "Right for the child" : "Ours"): \($0.words)")
        }
        return [
            StepField("reason", "Why is it late?", called: "why it is late", .choice(reasons)),
            StepField("why", "What happened?", called: "what happened", .longText),
            StepField(
                "new", "By what day will it be done?", called: "the new day", .day,
                hint: "After today. Past that day, lists say that it has passed"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let concern = scene.concerns.first(where: { opening(of: $0) == scene.opening.record }),
            let reason: DelayReason = answers.choice("reason"), let why = answers.text("why"),
            let new = answers.day("new")
        else { return [] }
        if new <= scene.today { answers.note("new", "Enter a day after today") }
        var body = DelayExplained(
            on: scene.today, concern: concern.code.text, aboutKind: concern.about.kind, about: concern.about.id,
            clockStart: concern.clockStart, reason: reason, why: why, newDay: new)
        body.askedBy = scene.me
        return [StepRecord(body, id: scene.id)]
    }
}

/// A manager agrees to a delay, or does not: never whoever asked for it, nor whoever holds the child.
package enum AnswerDelay: Step {
    package static let name = "delay-answer"
    package static let words = StepWords(
        "Agree to a delay, or not", done: "Delay answered",
        lede: "Agreeing clears nothing. The concern stays counted, with its reason and the new day.")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.delays.filter(\.body.isWaiting).map {
            StepOpening($0.id, words: words(of: $0.body), isNext: true)
        }
    }

    /// "No visit under the plan, put off until Tue 3 Mar 2026".
    private static func words(of delay: DelayExplained) -> String {
        let title = Rules.rule(ConcernCode(delay.concern))?.words.title ?? delay.concern
        return "“\(title)”, put off until \(delay.newDay.words)"
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let delay = opened(scene)?.body
        let hint = delay.map { "\($0.reason.words.atSentenceStart). \($0.why)" }
        return [
            StepField("agreed", "Do you agree?", called: "whether you agree", .yesNo, hint: hint),
            StepField(
                "answer", "Why?", called: "why", .longText, required: false, hint: "Needed where you do not agree"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let delay = opened(scene), let isAgreed = answers.yes("agreed") else { return [] }
        if delay.body.askedBy == scene.me {
            answers.note("agreed", "You asked for this yourself: another manager agrees or not")
        } else if scene.worked(on: scene.today) || scene.worked(on: delay.body.on) {
            answers.note("agreed", "You hold this child yourself: another manager agrees or not")
        }
        var body = delay.body
        body.answer = answers.text("answer")
        if !isAgreed, body.answer == nil { answers.note("answer", "Enter why you do not agree") }
        (body.answeredOn, body.answeredBy, body.isAgreed) = (scene.today, scene.me, isAgreed)
        return [StepRecord(body, id: delay.id, corrects: delay.place)]
    }

    private static func opened(_ scene: StepScene) -> Recorded<DelayExplained>? {
        scene.journey.casework.delays.last { $0.id == scene.opening.record }
    }
}
