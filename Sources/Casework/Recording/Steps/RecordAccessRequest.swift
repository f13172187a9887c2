import AccessRules
import ChildJourney
import Retention
import WorkingDays

/// Somebody asks to see what is recorded about a child. The clock runs from the day it came.
package enum RecordAccessRequest: Step {
    package static let name = "subject-access"
    package static let words = StepWords(
        "Record a request for access to this record", done: "Request for access recorded",
        lede: "What is given tells the record as it is known now. It is answered within a month of the day it came.")
    package static let verb = Verb.answerAccessRequest

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField("asked-by", "Who asks?", called: "who asks", .text, hint: "As they wrote their name"),
            StepField(
                "relation", "Who are they to the child?", called: "who they are to the child", .text,
                hint: "The child themselves; her mother, on her behalf; her solicitor"),
            StepField(
                "proof", "How do we know who they are, and that they may ask?", called: "how we know", .longText),
            .day("On what day did it come?", called: "the day it came", scene.today),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let askedBy = answers.text("asked-by"), let relation = answers.text("relation"),
            let received = answers.pastDay(today: scene.today), let terms = scene.accessTerms
        else { return [] }
        var body = SubjectAccessRequest(
            receivedOn: received, askedBy: askedBy, relation: relation, dueOn: terms.due(receivedOn: received),
            proof: answers.text("proof"), recordedBy: scene.me)
        body.upTo = scene.journey.records.map(\.place).max() ?? 0
        return [StepRecord(body, id: scene.id)]
    }
}

/// A long or difficult request is answered later, and whoever asked is told why.
package enum ExtendAccessRequest: Step {
    package static let name = "subject-access-extension"
    package static let words = StepWords(
        "Take longer over a request for access", done: "More time taken",
        lede: "Whoever asked is told within the first month, and why.")
    package static let verb = Verb.answerAccessRequest

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.accessRequests.filter { $0.body.waits && $0.body.extendedTo == nil && day <= $0.body.dueOn }
            .map { $0.opening("request", of: $0.body.receivedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let request = scene.journey.casework.accessRequests.last { $0.id == scene.opening.record }?.body
        let latest = request.flatMap { request in scene.accessTerms?.latest(receivedOn: request.receivedOn) }
        return [
            StepField(
                "to", "By when will it be answered?", called: "by when it is answered", .day,
                hint: latest.map { "By \($0.shortWords) at the latest" }),
            StepField("why", "Why does it take longer?", called: "why it takes longer", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let request = scene.journey.casework.accessRequests.last(where: { $0.id == scene.opening.record }),
            let to = answers.day("to"), let terms = scene.accessTerms
        else { return [] }
        let latest = terms.latest(receivedOn: request.body.receivedOn)
        if to <= request.body.dueOn || to > latest {
            answers.note(
                "to", "Enter a day after \(request.body.dueOn.shortWords) and up to \(latest.shortWords)")
        }
        var body = request.body
        (body.extendedTo, body.extendedWhy, body.extendedBy) = (to, answers.text("why"), scene.me)
        body.extendedOn = scene.today
        return [StepRecord(body, id: request.id, corrects: request.place)]
    }
}

/// A request that nothing is given for from here: it was refused, taken back, or answered another way. Then nothing waits for it.
package enum EndAccessRequest: Step {
    package static let name = "subject-access-end"
    package static let words = StepWords(
        "End a request for access without giving anything here", done: "Request for access ended",
        lede: "For one that was refused, was taken back, or was answered another way. It no longer keeps the record.")
    package static let verb = Verb.answerAccessRequest

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.accessRequests.filter(\.body.waits).map { $0.opening("request", of: $0.body.receivedOn) }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "how", "How did it end?", called: "how it ended",
                .choice(AccessRequestEnd.allCases.filter { $0 != .given }.map { StepChoice($0.rawValue, $0.words) })),
            .day("On what day?", called: "the day it ended", scene.today),
            StepField(
                "why", "Why, and what were they told?", called: "why, and what they were told", .longText,
                hint: "Whoever is refused is told why, and that they may complain"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let request = scene.journey.casework.accessRequests.last(where: { $0.id == scene.opening.record }),
            let how = answers.text("how").flatMap(AccessRequestEnd.init(rawValue:)),
            let day = answers.pastDay(from: request.body.receivedOn, today: scene.today)
        else { return [] }
        var body = request.body
        (body.answeredOn, body.end, body.endedWhy, body.endedBy) = (day, how, answers.text("why"), scene.me)
        return [StepRecord(body, id: request.id, corrects: request.place)]
    }
}
