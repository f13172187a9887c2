import AccessRules
import ChildJourney
import WorkingDays

/// What was handed over about a child and not taken.
package struct OutstandingHandover: Hashable, Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    package let id: RecordID
    package let handover: Handover

    package init(child: SubjectID, summary: ChildSummary, id: RecordID, handover: Handover) {
        self.child = child
        self.summary = summary
        self.id = id
        self.handover = handover
    }
}

/// Something that was recorded about a child, not what it says.
package struct RecentEntry: Hashable, Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    package let kind: RecordKind
    package let recordedAt: Moment
    /// Who recorded it, by their name for signing in.
    package let by: String

    package init(child: SubjectID, summary: ChildSummary, kind: RecordKind, recordedAt: Moment, by: String) {
        self.child = child
        self.summary = summary
        self.kind = kind
        self.recordedAt = recordedAt
        self.by = by
    }
}

/// What those who work at night, and those who take over from them, look at.
package protocol NightKeeping: Sendable {
    /// What was handed over and not taken, oldest first; nil for each about a child the reader may not see. `moment` is nil
    /// where they are only counted: then nobody is shown, and nothing is logged.
    func outstandingHandovers(access: Access, at moment: Moment?) async throws(StoreFailure) -> [OutstandingHandover?]
    /// What was recorded here between two moments, latest first, each child and kind once; nil for each about a child the
    /// reader may not see.
    func recorded(
        _ kinds: Set<RecordKind>, from: Moment, until: Moment, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [RecentEntry?]
}
