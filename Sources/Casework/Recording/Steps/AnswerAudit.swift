import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Whoever worked with the child says what a reader of the file could not know, and whether they agree.
package enum ReplyToAudit: Step {
    package static let name = "audit-reply"
    package static let words = StepWords(
        "Reply to an audit of the file", done: "Your reply stands beside the audit",
        lede: "It stands beside what the reader wrote. It changes neither their grade nor their words.")
    package static let verb = Verb.answerAudit
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { CaseFileAudit.openings(journey) }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "agrees", "Do you agree with what was found?", called: "whether you agree", .yesNo,
                hint: CaseFileAudit.read(scene)?.body.analysis),
            StepField("words", "What do you say to it?", called: "what you say to it", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let audit = CaseFileAudit.opened(scene), let agrees = answers.yes("agrees"),
            let words = answers.text("words")
        else { return [] }
        if !scene.journey.mayAnswer(audit.body, scene.person) {
            answers.note("words", "Whoever worked with the child before the file was read replies, or a manager")
        }
        var reply = AuditReply(on: scene.today, audit: audit.id.text, by: scene.me, isFamily: false, words: words)
        reply.agrees = agrees
        return [StepRecord(reply, id: scene.id)]
    }
}

/// What the child or a parent says of the work stands beside the file.
package enum RecordFamilyAccount: Step {
    package static let name = "audit-family"
    package static let words = StepWords(
        "Record what the family says of the work", done: "What they say stands beside the audit",
        lede: "In their own words, as far as you can. It stands beside what the reader of the file wrote.")
    package static let verb = Verb.answerAudit
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { CaseFileAudit.openings(journey) }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "who", "Who says it?", called: "who says it",
                .choice(FamilyVoice.allCases.map { StepChoice($0.words, $0.words.atSentenceStart) })),
            StepField("words", "What do they say?", called: "what they say", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let audit = CaseFileAudit.opened(scene), let who = answers.text("who"), let words = answers.text("words")
        else { return [] }
        if !scene.journey.mayAnswer(audit.body, scene.person) {
            answers.note("words", "Whoever worked with the child before the file was read records this, or a manager")
        }
        var reply = AuditReply(on: scene.today, audit: audit.id.text, by: scene.me, isFamily: true, words: words)
        reply.saidBy = who
        return [StepRecord(reply, id: scene.id)]
    }
}

/// Of a family, who says what the work was like.
package enum FamilyVoice: CaseIterable, Sendable {
    case child, mother, father, carer, other

    package var words: String {
        switch self {
        case .child: "the child"
        case .mother: "the mother"
        case .father: "the father"
        case .carer: "a carer"
        case .other: "somebody else of the family"
        }
    }
}

/// Somebody did what came out of an audit, and says what shows it.
package enum FinishAuditAction: Step {
    package static let name = "audit-action-done"
    package static let words = StepWords(
        "Record that an action from an audit is done", done: "Action recorded as done",
        lede: "An action is done by what shows it, not by being said to be done.")
    package static let verb = Verb.answerAudit
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.auditActions.filter(\.body.isWaiting).map { $0.opening("audit action", of: $0.body.on) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "shown", "What shows that it is done?", called: "what shows that it is done", .longText,
                hint: opened(scene).flatMap { mayFinish($0.body, scene) ? $0.body.what : nil }),
            .day("When was it done?", called: "the day it was done", scene.today),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let action = opened(scene), let shown = answers.text("shown"),
            let on = answers.pastDay(from: action.body.on, today: scene.today)
        else { return [] }
        if !mayFinish(action.body, scene) {
            answers.note("shown", "Whoever the action was given to records this, or a manager")
        }
        var body = action.body
        (body.finishedOn, body.finishedBy, body.shownBy) = (on, scene.me, shown)
        return [StepRecord(body, id: action.id, corrects: action.place)]
    }

    private static func mayFinish(_ action: ActionFromAudit, _ scene: StepScene) -> Bool {
        action.owner == scene.me || scene.person.role.mayDo.contains(.decide)
    }

    private static func opened(_ scene: StepScene) -> Recorded<ActionFromAudit>? {
        scene.journey.casework.auditActions.last { $0.id == scene.opening.record }
    }
}

extension CaseFileAudit {
    fileprivate static func openings(_ journey: Journey) -> [StepOpening] {
        guard journey.hasCasework else { return [] }
        return journey.casework.fileAudits.filter(\.body.isFinished).map {
            // Two may have read the file on one day.
            $0.opening("audit (\($0.body.reader.words))", of: $0.body.on)
        }
    }

    /// The same, where whoever asks may see what the reader wrote.
    fileprivate static func read(_ scene: StepScene) -> Recorded<CaseFileAudit>? {
        opened(scene).flatMap { scene.journey.mayAnswer($0.body, scene.person) ? $0 : nil }
    }

    fileprivate static func opened(_ scene: StepScene) -> Recorded<CaseFileAudit>? {
        scene.journey.casework.fileAudits.last { $0.id == scene.opening.record && $0.body.isFinished }
    }
}
