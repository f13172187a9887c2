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

/// What an outgoing document tells. The raw value is what is stored, so it never changes.
package enum OutgoingContent: String, Sendable, Codable, CaseIterable {
    case chronology, plan, wholeStory = "whole-story"

    package var words: String {
        switch self {
        case .chronology: "Chronology of significant events"
        case .plan: "The plans, their actions and their reviews"
        case .wholeStory: "The whole story"
        }
    }
}
