import AccessRules
import ChildJourney
import WorkingDays

/// Something about a child that waits for somebody else to answer it: a transfer, a delay, an escalation, a proposal or a
/// complaint.
package struct WaitingRecord: Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    package let id: RecordID
    /// With what is withheld taken out of its words.
    package let body: any Waiting

    package init(child: SubjectID, summary: ChildSummary, id: RecordID, body: any Waiting) {
        self.child = child
        self.summary = summary
        self.id = id
        self.body = body
    }
}

package protocol WaitingKeeping: Sendable {
    /// What waits for an answer, oldest first; nil for each about a child the reader may not see. Of these kinds alone where any
    /// are given. Without a moment it is only counted: nobody is shown, and nothing is logged.
    func waiting(
        _ kinds: Set<RecordKind>?, access: Access, at moment: Moment?
    ) async throws(StoreFailure) -> [WaitingRecord?]
}
