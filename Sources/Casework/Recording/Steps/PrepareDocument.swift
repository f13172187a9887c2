import AccessRules
import ChildJourney
import WorkingDays

/// Something about a child is to go out. It names who it is for, and waits for a second person.
package enum PrepareDocument: Step {
    package static let name = "outgoing-document"
    package static let words = StepWords(
        "Prepare a document to go out", done: "Document prepared",
        lede: "Somebody else looks at it and releases it. What is withheld is taken out of it.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] { [StepOpening()] }

    package static func fields(_ scene: StepScene) -> [StepField] {
        [
            StepField(
                "content", "What is to go out?", called: "what is to go out",
                .choice(OutgoingContent.allCases.filter { $0 != .minutes }.map { StepChoice($0.rawValue, $0.words) })),
            StepField("recipient", "Who is it for?", called: "who it is for", .text),
            StepField(
                "relation", "Who are they to the child?", called: "who they are to the child", .text,
                hint: "Mother, her solicitor, the court"),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let content: OutgoingContent = answers.choice("content"), let recipient = answers.text("recipient"),
            let relation = answers.text("relation")
        else { return [] }
        var body = OutgoingDocument(
            content: content, recipient: recipient, relation: relation, preparedOn: scene.today,
            preparedBy: scene.me)
        body.upTo = scene.journey.lastPlace
        return [StepRecord(body, id: scene.id)]
    }
}

/// A second person has read what is to go out, and releases it or keeps it back.
package enum ReleaseDocument: Step {
    package static let name = "outgoing-document-release"
    package static let words = StepWords(
        "Release a document or keep it back", done: "Document looked at",
        lede: "Read it first: once it has gone, nobody can take it back.")
    package static let verb = Verb.recordNote

    package static func openings(_ journey: Journey, on day: Day) -> [StepOpening] {
        journey.casework.outgoingDocuments.filter(\.body.waits).map { document in
            StepOpening(
                document.id,
                words: "\(document.content.words.lowercased()) for \(document.body.recipient), prepared on "
                    + document.preparedOn.shortWords)
        }
    }

    package static func fields(_ scene: StepScene) -> [StepField] {
        let document = scene.journey.casework.outgoingDocuments.last { $0.id == scene.opening.record }?.body
        let people = scene.withholding.people
        let warning = people.isEmpty ? "" : " Withheld on this record from: \(people.joined(separator: "; "))."
        return [
            StepField(
                "read", "Have you read all of it?", called: "whether you have read all of it", .yesNo,
                hint: document.map { "It is for \($0.recipient), \($0.relation).\(warning)" }),
            StepField(
                "decision", "May it go?", called: "whether it may go",
                .choice([StepChoice("release", "It may go"), StepChoice("keep", "It is kept back")])),
            StepField(
                "why", "Why is it kept back?", called: "why it is kept back", .longText, required: false),
        ]
    }

    package static func records(_ scene: StepScene, _ answers: inout StepAnswers) -> [StepRecord] {
        guard let document = scene.journey.casework.outgoingDocuments.last(where: { $0.id == scene.opening.record }),
            let decision = answers.text("decision")
        else { return [] }
        if document.body.preparedBy == scene.me {
            answers.note("decision", "You prepared it yourself: somebody else looks at it before it goes")
        }
        var body = document.body
        if decision == "release" {
            if answers.yes("read") != true { answers.note("read", "Read all of it before it goes") }
            let minutes = scene.journey.casework.meetingMinutes.last { $0.id == document.body.minutes }
            if let minutes, minutes.body.correctedOn != nil, document.body.isOlder(than: minutes) {
                answers.note("decision", "The minutes were corrected since: keep it back, and prepare it again")
            }
            (body.releasedOn, body.releasedBy) = (scene.today, scene.me)
        } else {
            if answers.text("why") == nil { answers.note("why", "Enter why it is kept back") }
            (body.refusedOn, body.refusedWhy, body.refusedBy) = (scene.today, answers.text("why"), scene.me)
        }
        return [StepRecord(body, id: document.id, corrects: document.place)]
    }
}

extension Journey {
    /// The number of the latest entry it is made of.
    var lastPlace: Int64 { records.map(\.place).max() ?? 0 }
}
