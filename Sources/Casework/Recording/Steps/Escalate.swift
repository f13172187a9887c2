import AccessRules
import ChildJourney
import WorkingDays

/// A chair, a reviewing officer or a partner says that something is not right, and to whom.
package enum Escalate: Step {
    package static let name = "escalation"
    package static let words = StepWords("Record an escalation", done: "Escalation recorded")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            .day("When was it raised?", called: "the day it was raised", scene.today),
            StepField(
                "by", "Who raises it?", called: "who raises it",
                .choice(EscalatedBy.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                initial: scene.person.role == .chair ? [EscalatedBy.chair.rawValue] : []),
            StepField("from", "Their name and agency", called: "their name", .text, required: false),
            StepField("what", "What is not right?", called: "what is not right", .longText),
            StepField("to", "Who is to answer?", called: "who is to answer", .text),
            StepField(
                "conference", "Is a child protection conference asked for?",
                called: "whether a conference is asked for", .yesNo, required: false),
            StepField(
                "senior", "Does their own senior back it?", called: "whether their senior backs it", .yesNo,
                required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let on = answers.pastDay(today: scene.today), let by: EscalatedBy = answers.choice("by"),
            let what = answers.text("what"), let to = answers.text("to")
        else { return [] }
        var body = Escalation(on: on, by: by, to: to, what: what)
        body.from = answers.text("from")
        body.recordedBy = scene.me
        body.wantsConference = answers.yes("conference")
        body.isBackedBySenior = answers.yes("senior")
        return [StepRecord(body, id: scene.id)]
    }
}

/// A manager answers what was escalated.
package enum AnswerEscalation: Step {
    package static let name = "escalation-answer"
    package static let words = StepWords("Answer an escalation", done: "Escalation answered")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.escalations.filter { $0.body.answeredOn == nil }.map {
            $0.opening("escalation", of: $0.body.on)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let raised = Escalation.opened(scene)?.body
        return [
            .day("When is it answered?", called: "the day it is answered", scene.today),
            StepField(
                "agreed", "Is what is asked for agreed?", called: "whether it is agreed", .yesNo, hint: raised?.what),
            StepField("answer", "What is the answer, and why?", called: "the answer", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let raised = Escalation.opened(scene),
            let on = answers.pastDay(from: raised.body.on, today: scene.today), let answer = answers.text("answer")
        else { return [] }
        if raised.body.recordedBy == scene.me, raised.body.by != .partner {
            answers.note("answer", "You raised this yourself: somebody else answers it")
        }
        var body = raised.body
        (body.answeredOn, body.answer, body.answeredBy) = (on, answer, scene.me)
        body.isAgreed = answers.yes("agreed")
        return [StepRecord(body, id: raised.id, corrects: raised.place)]
    }
}

/// Whoever raised it holds it to be put right.
package enum ResolveEscalation: Step {
    package static let name = "escalation-resolved"
    package static let words = StepWords("Record that an escalation is resolved", done: "Escalation resolved")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.escalations.filter { $0.body.answeredOn != nil && $0.body.resolvedOn == nil }.map {
            $0.opening("escalation", of: $0.body.on)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [.day("Since when does whoever raised it hold it to be put right?", called: "the day", scene.today)]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let raised = Escalation.opened(scene),
            let on = answers.pastDay(from: raised.body.answeredOn, today: scene.today)
        else { return [] }
        if raised.body.answeredBy == scene.me {
            answers.note("on", "You answered this yourself: whoever raised it says whether it is put right")
        } else if !raised.body.mayBeResolved(by: scene.person) {
            answers.note("on", "Whoever recorded this, or a chair for a partner's, says whether it is put right")
        }
        var body = raised.body
        body.resolvedOn = on
        return [StepRecord(body, id: raised.id, corrects: raised.place)]
    }
}

extension Escalation {
    /// Whoever recorded it; a chair for a partner, who has nobody here, or where nobody said who recorded it.
    fileprivate func mayBeResolved(by person: SignedIn) -> Bool {
        recordedBy == person.user.text || person.role == .chair && (by == .partner || recordedBy == nil)
    }

    fileprivate static func opened(_ scene: StepScene) -> Recorded<Escalation>? {
        scene.journey.casework.escalations.last { $0.id == scene.opening.record }
    }
}
