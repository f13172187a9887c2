import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// Somebody keeps a document on a child's record.
package struct AddDocument {
    /// What is said of it.
    package struct Told: Sendable {
        package var what: DocumentKind
        package var fileName: String
        package var sentBy: String
        package var receivedOn: Day
        package var record: RecordID?
        package var about: String?

        package init(
            what: DocumentKind, fileName: String, sentBy: String, receivedOn: Day, record: RecordID?, about: String?
        ) {
            self.what = what
            self.fileName = fileName
            self.sentBy = sentBy
            self.receivedOn = receivedOn
            self.record = record
            self.about = about
        }
    }

    private let recorder: Recorder

    package init(_ recorder: Recorder) {
        self.recorder = recorder
    }

    /// The same document under the same id again changes nothing, so a form may be sent twice.
    package func callAsFunction(
        _ told: Told, _ bytes: [UInt8], _ type: DocumentType, id: RecordID, about child: SubjectID
    ) async throws(RecordingRefusal) {
        let today = recorder.now().londonDay
        guard told.receivedOn <= today else { throw .dayNotPossible }
        var body = ReceivedDocument(
            what: told.what, fileName: type.named(told.fileName), type: type, size: bytes.count,
            hash: DocumentHash.text(of: bytes), sentBy: told.sentBy, receivedOn: told.receivedOn,
            record: told.record, about: told.about, addedOn: today, addedBy: recorder.person.user.text)
        let journey = try await recorder.journey(of: child)
        if let before = journey.casework.documents.last(where: { $0.id == id }) { body.addedOn = before.body.addedOn }
        try await recorder.keep(body, bytes, id: id, about: child)
    }
}

extension DocumentType {
    /// The name with the ending of what the file is: "letter.html" of a PDF is kept as "letter.html.pdf".
    func named(_ name: String) -> String {
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
        return ending.map(endings.contains) ?? false ? name : "\(name).\(endings[0])"
    }
}

extension Journey {
    /// What a document can be said to belong to, latest first.
    package var whatDocumentsBelongTo: [StepChoice] {
        func choices<Body>(_ records: [Recorded<Body>], _ words: String, _ day: (Body) -> Day?) -> [(Day?, StepChoice)]
        {
            records.map { record in
                let on = day(record.body)
                return (on, StepChoice(record.id.text, on.map { "\(words) of \($0.shortWords)" } ?? words))
            }
        }
        let all =
            choices(contacts, "Contact") { $0.receivedOn } + choices(referrals, "Referral") { $0.receivedOn }
            + choices(assessments, "Assessment") { $0.startedOn }
            + choices(strategyDiscussions, "Strategy discussion") { $0.heldOn }
            + choices(enquiries, "Section 47 enquiry") { $0.startedOn }
            + choices(conferences, "Conference") { $0.heldOn ?? $0.plannedOn }
            + choices(protectionPlans, "Child protection plan") { $0.startedOn }
            + choices(inNeedPlans, "Child in need plan") { $0.startedOn }
            + choices(visits, "Visit") { $0.on }
        return all.sorted { ($0.0 ?? .max) > ($1.0 ?? .max) }.map(\.1)
    }
}

extension Day {
    fileprivate static let max = Day(number: .max)
}
