import WorkingDays

/// A document somebody sent about a child, or that was made for them: what it is and where it came from. Its bytes are kept once,
/// known by their hash, and are no part of the entry.
package struct ReceivedDocument: EntryBody {
    package static var kind: RecordKind { .document }

    package var what: DocumentKind
    /// As it is shown and sent back: no folders, no characters that cannot be seen.
    package var fileName: String
    /// As its bytes say, whatever its name says.
    package var type: DocumentType
    /// In bytes.
    package var size: Int
    /// SHA-256 of its bytes, in 64 hexadecimal digits.
    package var hash: String
    /// Who sent it, as people know them: "Dr Invented, Invented Surgery".
    package var sentBy: String
    package var receivedOn: Day
    /// The record it belongs to.
    package var record: RecordID?
    /// What it belongs to or is about, in words.
    package var about: String?
    package var addedOn: Day?
    /// The user who added it.
    package var addedBy: String?

    package init(
        what: DocumentKind, fileName: String, type: DocumentType, size: Int, hash: String, sentBy: String,
        receivedOn: Day, record: RecordID? = nil, about: String? = nil, addedOn: Day? = nil, addedBy: String? = nil
    ) {
        self.what = what
        self.fileName = fileName
        self.type = type
        self.size = size
        self.hash = hash
        self.sentBy = sentBy
        self.receivedOn = receivedOn
        self.record = record
        self.about = about
        self.addedOn = addedOn
        self.addedBy = addedBy
    }

    package var happenedOn: Day? { receivedOn }

    package static func fold(_ record: Recorded<ReceivedDocument>, into journey: inout Journey) {
        journey.casework.documents.append(record)
    }
}

/// What a document is (L): the list is Sightline's own, and no law or return asks for it. The raw value is what is stored, so it never
/// changes.
package enum DocumentKind: String, Sendable, Codable, CaseIterable {
    case report, letter, email, minutes, court, plan, assessment, photograph, form, consent, other

    package var words: String {
        switch self {
        case .report: "Report from a partner agency"
        case .letter: "Letter"
        case .email: "E-mail"
        case .minutes: "Minutes or notes of a meeting"
        case .court: "Court order or court paper"
        case .plan: "Plan or agreement"
        case .assessment: "Assessment made elsewhere"
        case .photograph: "Photograph, drawing or body map"
        case .form: "Form"
        case .consent: "Consent"
        case .other: "Something else"
        }
    }
}
