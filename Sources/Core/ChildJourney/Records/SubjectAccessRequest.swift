import WorkingDays

/// Somebody asks to see what is recorded about a child: themselves, or another on their behalf.
package struct SubjectAccessRequest: EntryBody {
    package static var kind: RecordKind { .subjectAccessRequest }

    package var receivedOn: Day
    /// Who asks: "Jane Invented".
    package var askedBy: String
    /// Who that is to the child: "herself", "her mother, for her", "her solicitor".
    package var relation: String
    /// How the council knows that they are who they say, and may ask.
    package var proof: String?
    package var dueOn: Day
    package var extendedTo: Day?
    package var extendedWhy: String?
    package var extendedBy: String?
    package var extendedOn: Day?
    package var recordedBy: String?
    /// The number of the last entry when it was recorded: what is given tells the record as it was known then.
    package var upTo: Int64?
    /// Pages that somebody has read and marked, the latest of each.
    package var pagesRead: [AccessPageRead]?
    /// Handed to a second person.
    package var preparedOn: Day?
    package var preparedBy: String?
    package var keptBackOn: Day?
    package var keptBackWhy: String?
    package var keptBackBy: String?
    package var answeredOn: Day?
    /// How it ended; nil while it waits.
    package var end: AccessRequestEnd?
    /// Why, where nothing was given from here.
    package var endedWhy: String?
    package var endedBy: String?
    /// The document that was given, as it was given.
    package var given: RecordID?

    package init(
        receivedOn: Day, askedBy: String, relation: String, dueOn: Day, proof: String? = nil, recordedBy: String? = nil
    ) {
        self.receivedOn = receivedOn
        self.askedBy = askedBy
        self.relation = relation
        self.dueOn = dueOn
        self.proof = proof
        self.recordedBy = recordedBy
    }

    package var happenedOn: Day? { receivedOn }
    package var waits: Bool { answeredOn == nil }
    /// Its pages are read and marked.
    package var isBeingRead: Bool { waits && preparedBy == nil }
    /// Marked, and nobody else has looked at it yet.
    package var waitsForSecond: Bool { waits && preparedBy != nil }
    /// By when it is to be answered.
    package var answerBy: Day { extendedTo ?? dueOn }

    package static func fold(_ record: Recorded<SubjectAccessRequest>, into journey: inout Journey) {
        journey.casework.accessRequests.append(record)
    }
}

/// How a request for access ended. The raw value is what is stored, so it never changes.
package enum AccessRequestEnd: String, Sendable, Codable, CaseIterable {
    /// What is recorded was given from here, without what was left out.
    case given
    case elsewhere, refused
    case takenBack = "taken-back"

    package var words: String {
        switch self {
        case .given: "What is recorded was given, without what was left out"
        case .elsewhere: "Answered another way: what was given is not kept here"
        case .refused: "Refused"
        case .takenBack: "Taken back by whoever asked"
        }
    }
}
