import WorkingDays

/// Something about a child that is to leave the council: for whom, and who looked at it before it went.
///
/// What it says is not kept a second time: it is told from the record as it was known when it was prepared.
package struct OutgoingDocument: EntryBody {
    package static var kind: RecordKind { .outgoingDocument }

    package var content: OutgoingContent
    /// Who it is for: "Jane Invented".
    package var recipient: String
    /// Who that is to the child: "mother", "her solicitor".
    package var relation: String
    package var preparedOn: Day
    package var preparedBy: String?
    /// The number of the last entry it tells of.
    package var upTo: Int64?
    package var releasedOn: Day?
    package var releasedBy: String?
    package var refusedOn: Day?
    package var refusedWhy: String?
    package var refusedBy: String?
    /// What of the story was chosen for it; nil where all of its kind is told.
    package var chosen: [ChosenEntry]?
    /// The minutes it is a version of, what of them is left out for this reader, and why.
    package var minutes: RecordID?
    package var leftOut: [PartOfMeeting]?
    package var leftOutWhy: String?

    package init(
        content: OutgoingContent, recipient: String, relation: String, preparedOn: Day, preparedBy: String? = nil
    ) {
        self.content = content
        self.recipient = recipient
        self.relation = relation
        self.preparedOn = preparedOn
        self.preparedBy = preparedBy
    }

    package var happenedOn: Day? { preparedOn }

    /// Prepared, and nobody else has looked at it yet.
    package var waits: Bool { releasedOn == nil && refusedOn == nil }

    package static func fold(_ record: Recorded<OutgoingDocument>, into journey: inout Journey) {
        journey.casework.outgoingDocuments.append(record)
    }
}

/// One thing of a child's story, chosen to be told, and why it matters.
package struct ChosenEntry: Hashable, Codable, Sendable {
    /// Which it is in the story: kind, record, day, and which of that day where there are several.
    package let key: String
    /// What it meant, in the words of whoever chose it.
    package let meant: String?

    package init(key: String, meant: String? = nil) {
        self.key = key
        self.meant = meant
    }
}

/// What an outgoing document tells. The raw value is what is stored, so it never changes.
package enum OutgoingContent: String, Sendable, Codable, CaseIterable {
    case chronology, plan, wholeStory = "whole-story"
    /// A version of the minutes of a meeting, for one of those who get them.
    case minutes
    /// What is recorded and planned, for the child or a parent to read.
    case plainWords = "plain-words"

    package var words: String {
        switch self {
        case .chronology: "Chronology of significant events"
        case .plan: "The plans, their actions and their reviews"
        case .wholeStory: "The whole story"
        case .minutes: "Minutes"
        case .plainWords: "What is recorded and planned"
        }
    }
}
