import AccessRules
import ChildJourney
import WorkingDays

/// Somebody of the family says that something recorded is not right.
package enum DisputeEntry: Step {
    package static let name = "disputed-statement"
    package static let words = StepWords(
        "Record that something here is disputed", done: "Disputed statement recorded",
        lede: "It stands beside what it disputes wherever that is told, in their own words.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        disputable(journey).isEmpty ? [] : [StepOpening()]
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "entry", "What is disputed?", called: "what is disputed",
                .choice(disputable(scene.journey).map { StepChoice(value($0), words($0)) })),
            .day("When did they say so?", called: "the day they said so", scene.today),
            StepField("by", "Who says so?", called: "who says so", .text, hint: "Name, and who they are to the child"),
            StepField("words", "What do they say, in their own words?", called: "what they say", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let entry = answers.text("entry"), let on = answers.pastDay(today: scene.today),
            let by = answers.text("by"), let words = answers.text("words"),
            let disputed = disputable(scene.journey).first(where: { value($0) == entry })
        else { return [] }
        let body = DisputedStatement(
            on: on, by: by, disputedKind: type(of: disputed.body).kind, disputedRecord: disputed.id, words: words)
        return [StepRecord(body, id: scene.id)]
    }

    /// Latest first. What says nothing about the family, or is their own words already, is not among them.
    private static func disputable(_ journey: Journey) -> [AnyRecord] {
        journey.records.filter { record in
            switch type(of: record.body).kind {
            case .familyLink, .allocation, .withheldFact, .outgoingDocument, .handover, .misfiledEntry, .worker, .team,
                .staffSafetyAdvice, .complaint, .disputedStatement, .professional, .caseSupervision, .address,
                .contactDetail, .person, .disability, .legalStatus:
                false
            default: true
            }
        }.sorted { ($0.body.happenedOn ?? Day(number: 0), $0.place) > ($1.body.happenedOn ?? Day(number: 0), $1.place) }
    }

    /// How a document that came in is named in the answer to what is disputed.
    package static func value(_ document: Recorded<ReceivedDocument>) -> String {
        "\(ReceivedDocument.kind.rawValue)|\(document.id)"
    }

    private static func value(_ record: AnyRecord) -> String { "\(type(of: record.body).kind.rawValue)|\(record.id)" }

    private static func words(_ record: AnyRecord) -> String {
        if let document = record.body as? ReceivedDocument {
            return "\(document.what.words) from \(document.sentBy), received \(document.receivedOn.words)"
        }
        return dated(record)
    }

    private static func dated(_ record: AnyRecord) -> String {
        type(of: record.body).kind.words.atSentenceStart + (record.body.happenedOn.map { " of \($0.words)" } ?? "")
    }
}

/// A manager answers a disputed statement: the record was corrected, or it is not agreed, because.
package enum AnswerDispute: Step {
    package static let name = "disputed-statement-answer"
    package static let words = StepWords(
        "Answer a disputed statement", done: "Disputed statement answered",
        lede: "This changes nothing of what is disputed. Where they are right, correct the record first.")
    package static let verb = Verb.decide

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.disputedStatements.filter { $0.body.answeredOn == nil }.map {
            $0.opening("disputed statement", of: $0.body.on)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let dispute = scene.journey.casework.disputedStatements.last { $0.id == scene.opening.record }?.body
        return [
            .day("When is it answered?", called: "the day it is answered", scene.today),
            StepField(
                "answer", "What is the answer?", called: "the answer",
                .choice(DisputeAnswer.allCases.map { StepChoice($0.rawValue, $0.words.atSentenceStart) }),
                hint: dispute.map { "“\($0.words)”" }),
            StepField("because", "Why, or what was put right?", called: "why", .longText),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let dispute = scene.journey.casework.disputedStatements.last(where: { $0.id == scene.opening.record }),
            let on = answers.pastDay(from: dispute.body.on, today: scene.today),
            let answer: DisputeAnswer = answers.choice("answer"), let because = answers.text("because")
        else { return [] }
        var body = dispute.body
        (body.answeredOn, body.answer, body.because, body.answeredBy) = (on, answer, because, scene.me)
        return [StepRecord(body, id: dispute.id, corrects: dispute.place)]
    }
}
