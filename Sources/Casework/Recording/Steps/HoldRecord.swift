import AccessRules
import ChildJourney
import WorkingDays

/// A claim, an inquiry or a court: nothing of this record may be destroyed until somebody says so.
package enum PutOnHold: Step {
    package static let name = "legal-hold"
    package static let words = StepWords(
        "Put a legal hold on this record", done: "Legal hold put on",
        lede: "While it stands nothing of this record can be destroyed, whatever its retention.")
    package static let verb = Verb.holdRecord

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField("why", "Why must it be kept?", called: "why it must be kept", .longText),
            StepField(
                "authority", "By whose word?", called: "by whose word", .text,
                hint: "An order, a letter, a decision: what somebody could ask to see"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let why = answers.text("why"), let authority = answers.text("authority") else { return [] }
        return [
            StepRecord(LegalHold(on: scene.today, why: why, authority: authority, by: scene.me), id: scene.id)
        ]
    }
}

/// Somebody else than whoever put it on says that it may go.
package enum EndHold: Step {
    package static let name = "legal-hold-ended"
    package static let words = StepWords(
        "End a legal hold", done: "Legal hold ended", lede: "What is past its retention may then be destroyed.")
    package static let verb = Verb.holdRecord

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.legalHolds.filter(\.body.stands).map { $0.opening("legal hold", of: $0.body.on) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let hold = scene.journey.casework.legalHolds.last { $0.id == scene.opening.record }?.body
        return [
            StepField(
                "why", "Why is it not needed any more?", called: "why it is not needed any more", .longText,
                hint: hold.map { "\($0.why) (\($0.authority))" })
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let hold = scene.journey.casework.legalHolds.last(where: { $0.id == scene.opening.record }) else {
            return []
        }
        if hold.body.by == scene.me {
            answers.note("why", "You put it on yourself: somebody else ends it")
        }
        var body = hold.body
        (body.endedOn, body.endedWhy, body.endedBy) = (scene.today, answers.text("why"), scene.me)
        return [StepRecord(body, id: hold.id, corrects: hold.place)]
    }
}
