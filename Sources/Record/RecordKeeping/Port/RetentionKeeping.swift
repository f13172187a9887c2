import AccessRules
import ChildJourney
import Retention
import WorkingDays

/// How long records are kept, what holds them, and destroying them at the end.
package protocol RetentionKeeping: Sendable {
    /// Children past their retention on a day, longest past first. Restricted children the reader may not open are lines without a child.
    func pastRetention(
        on day: Day, after: RetentionPlace?, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> RetentionPage
    /// One child's record as its retention stands on a day.
    func retention(of child: SubjectID, on day: Day, access: Access) async throws(StoreFailure) -> RetentionCase
    /// Holds on every record of the council, ended ones too.
    func holdsOnAll(in council: CouncilCode) async throws(StoreFailure) -> [Recorded<LegalHold>]
    /// Destroys a child's record as somebody else proposed, or says why not. All is asked again in the transaction that does it.
    func destroy(
        _ child: SubjectID, seen proposal: Int64, authority: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> DestructionOutcome
}

/// Where a page of what is past its retention ended.
package struct RetentionPlace: Hashable, Sendable {
    package let until: Day
    package let child: SubjectID

    package init(until: Day, child: SubjectID) {
        self.until = until
        self.child = child
    }
}

/// A page of what is past its retention; nil for each child the reader may not see.
package struct RetentionPage: Sendable {
    package let lines: [RetentionCase?]
    package let next: RetentionPlace?
    package let total: Int

    package init(lines: [RetentionCase?], next: RetentionPlace?, total: Int) {
        self.lines = lines
        self.next = next
        self.total = total
    }
}

/// What keeps a record that is past its retention.
package enum RetentionBlock: Hashable, Sendable {
    /// A legal hold on the child.
    case hold
    /// A legal hold on every record of the council.
    case holdOnAll
    /// Somebody the child belongs with is still open, and this record is looked at for them.
    case openRelative
    /// A request for access waits for its answer.
    case accessRequest
    /// Something that is to go out waits for a second person.
    case outgoingDocument

    package var words: String {
        switch self {
        case .hold: "a legal hold on this record"
        case .holdOnAll: "a legal hold on every record of the council"
        case .openRelative: "a child they belong with is still open"
        case .accessRequest: "a request for access waits for its answer"
        case .outgoingDocument: "a document that is to go out waits for a second person"
        }
    }
}

/// One child's record as its retention stands on a day.
package struct RetentionCase: Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    package let verdict: RetentionVerdict
    package let blocks: [RetentionBlock]
    /// The proposal that waits for somebody else.
    package let proposal: Recorded<DestructionProposal>?
    /// How many entries of each kind have a text that would go.
    package let entries: [RecordKind: Int]
    /// Lines of logs that stay, without the words somebody typed.
    package let logLines: Int

    package init(
        child: SubjectID, summary: ChildSummary, verdict: RetentionVerdict, blocks: [RetentionBlock],
        proposal: Recorded<DestructionProposal>?, entries: [RecordKind: Int], logLines: Int
    ) {
        self.child = child
        self.summary = summary
        self.verdict = verdict
        self.blocks = blocks
        self.proposal = proposal
        self.entries = entries
        self.logLines = logLines
    }
}

/// What became of destroying a record.
package enum DestructionOutcome: Hashable, Sendable {
    case destroyed(entries: Int)
    /// It is not past its retention, or is open again.
    case notPast
    case kept([RetentionBlock])
    /// Nobody proposed it, or somebody changed that since.
    case notProposed
    /// Whoever proposed it does not confirm it.
    case ownProposal
}
