import AccessRules
import ChildJourney
import WorkingDays

/// Anybody who may open a child holds the child to be unsafe now, or cannot tell from the record.
package enum FlagUnsafe: Step {
    package static let name = "unsafe"
    package static let words = StepWords(
        "Flag as unsafe now", done: "Flagged. It stays on the director's list until it is answered",
        lede: """
            From this minute a clock runs: the child is seen and a manager decides within 4 hours, or by the end of today. If a child is \
            in danger this minute, ring 999 first.
            """)
    package static let verb = Verb.flagUnsafe
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "kind", "What do you hold?", called: "what you hold",
                .choice([
                    StepChoice("unsafe", "The child is unsafe now"),
                    StepChoice("cannot-tell", "I cannot tell from the record whether the child is safe"),
                ])),
            StepField("why", "Why?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let kind = answers.text("kind"), let why = answers.text("why") else { return [] }
        var body = UnsafeFlag(at: scene.now, by: scene.me, why: why, isCannotTell: kind == "cannot-tell")
        body.isReferredBack = scene.person.role == .inspector
        return [StepRecord(body, id: scene.id)]
    }
}

/// A manager says that they have it in hand.
package enum AcknowledgeFlag: Step {
    package static let name = "unsafe-taken"
    package static let words = StepWords(
        "Take a flag in hand", done: "You have it in hand",
        lede: "It clears nothing: the child is still to be seen, and you still decide.")
    package static let verb = Verb.decide
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.unsafeFlags.filter { $0.body.decidedAt == nil && $0.body.acknowledgedAt == nil }.map {
            $0.opening("flag", of: $0.body.at.londonDay, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "taken", "Do you have it in hand?", called: "whether you have it in hand",
                .choice([StepChoice("yes", "Yes, from this minute")]), hint: UnsafeFlag.opened(scene)?.body.why)
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let flag = UnsafeFlag.opened(scene), answers.text("taken") != nil else { return [] }
        var body = flag.body
        body.acknowledge(by: scene.me, at: scene.now)
        return [StepRecord(body, id: flag.id, corrects: flag.place)]
    }
}

/// A manager who does not hold the child decides, once the child was seen or what was done is established.
package enum AnswerUnsafeFlag: Step {
    package static let name = "unsafe-answer"
    package static let words = StepWords("Answer a flag", done: "Flag answered")
    package static let verb = Verb.decide
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.unsafeFlags.filter(\.body.waits).map {
            $0.opening("flag", of: $0.body.at.londonDay, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let flag = UnsafeFlag.opened(scene)?.body
        var fields: [StepField] = [
            StepField(
                "seenOn", "Which day was the child seen since?", called: "the day the child was seen", .day,
                required: false,
                hint: "Leave empty where a visit is recorded, or where the child has not been seen. "
                    + (flag?.why ?? "")),
            .time("At what time?", called: "the time the child was seen", name: "seenAt"),
            StepField("seenBy", "By whom?", called: "who saw the child", .text, required: false),
        ]
        if flag?.isCannotTell == true {
            fields.append(
                StepField(
                    "established", "What was done that the record did not say?", called: "what was done", .longText))
        }
        fields.append(StepField("decision", "What is decided, and why?", called: "what is decided", .longText))
        return fields
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let flag = UnsafeFlag.opened(scene), let decision = answers.text("decision") else { return [] }
        if !flag.body.mayDecide(scene.me, holdsChild: scene.worked(on: scene.today)) {
            answers.note("decision", "You flagged this child, or hold them: another manager decides")
        }
        var body = flag.body
        body.decide(decision, established: answers.text("established"), by: scene.me, at: scene.now)
        if answers.text("seenOn") != nil {
            guard let on = answers.pastDay("seenOn", from: flag.body.at.londonDay, today: scene.today) else {
                return []
            }
            guard let at = answers.moment("seenAt", on: on, now: scene.now),
                body.see(at: at, by: answers.text("seenBy"), now: scene.now)
            else {
                answers.note(
                    "seenAt", "Enter the time: later than \(flag.body.at.clockWords), when the child was flagged")
                return []
            }
        }
        return [StepRecord(body, id: flag.id, corrects: flag.place)]
    }
}

/// Whoever flagged says whether it is answered; another reader or the director does where they cannot.
package enum AgreeUnsafeAnswer: Step {
    package static let name = "unsafe-agreed"
    package static let words = StepWords("Say whether a flag is answered", done: "Recorded")
    package static let verb = Verb.flagUnsafe
    package static let isBesideAnySource = true

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.unsafeFlags.filter { $0.body.decidedAt != nil && $0.body.isAgreed == nil }.map {
            $0.opening("flag", of: $0.body.at.londonDay, isNext: true)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "agreed", "Is the child safe, as far as you can tell?", called: "whether it is answered", .yesNo,
                hint: UnsafeFlag.opened(scene)?.body.decision)
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let flag = UnsafeFlag.opened(scene), let agreed = answers.yes("agreed") else { return [] }
        if flag.body.decidedBy == scene.me {
            answers.note("agreed", "You decided this yourself: whoever flagged the child says whether it is answered")
        } else if !flag.body.mayAgree(scene.me, forAnother: scene.person.role.mayAgreeForAnother) {
            answers.note("agreed", "Whoever flagged the child says this, or an auditor, an inspector or the director")
        }
        var body = flag.body
        body.agree(agreed, at: scene.now)
        return [StepRecord(body, id: flag.id, corrects: flag.place)]
    }
}

extension Role {
    /// Who says whether a flag is answered where whoever raised it cannot.
    var mayAgreeForAnother: Bool { [.auditor, .inspector, .director].contains(self) }
}

extension UnsafeFlag {
    fileprivate static func opened(_ scene: StepScene) -> Recorded<UnsafeFlag>? {
        scene.journey.casework.unsafeFlags.last { $0.id == scene.opening.record }
    }
}
