import AccessRules
import ChildJourney
import WorkingDays

/// What is to be loaded: a file or a set of files from one source, and what it covers.
package struct LoadPlan: Hashable, Sendable {
    package let source: SourceName
    package let kind: SourceKind
    /// Names without folders.
    package let files: [String]
    package let cover: Cover
    /// The kinds of record the files carry; a kind whose table was not supplied is left untouched.
    package let supplied: Set<RecordKind>
    package let startedAt: Moment
    package let by: UserID

    package init(
        source: SourceName, kind: SourceKind, files: [String], cover: Cover, supplied: Set<RecordKind>,
        startedAt: Moment, by: UserID
    ) {
        self.source = source
        self.kind = kind
        self.files = files
        self.cover = cover
        self.supplied = supplied
        self.startedAt = startedAt
        self.by = by
    }
}

/// The number of a load, gapless within a council.
package struct LoadID: Hashable, Sendable {
    package let council: CouncilCode
    package let number: Int

    package init(council: CouncilCode, number: Int) {
        self.council = council
        self.number = number
    }
}

/// How far a load has come.
package enum LoadState: String, Sendable, Codable, CaseIterable {
    case reading
    case workingOutWithdrawals = "working-out-withdrawals"
    case complete
    case failed
}

/// What a load has done so far.
package struct LoadCounts: Hashable, Sendable {
    package var subjects = 0
    package var added = 0
    package var changed = 0
    package var unchanged = 0
    package var withdrawn = 0
    /// Rows of records that were erased with authority, and therefore not taken in again.
    package var erasedBefore = 0
    /// Rows that could not be read, kept as they were.
    package var unreadable = 0

    package init() {}

    package static func + (left: LoadCounts, right: LoadCounts) -> LoadCounts {
        var sum = left
        sum.subjects += right.subjects
        sum.added += right.added
        sum.changed += right.changed
        sum.unchanged += right.unchanged
        sum.withdrawn += right.withdrawn
        sum.erasedBefore += right.erasedBefore
        sum.unreadable += right.unreadable
        return sum
    }
}

/// A load as a page shows it.
package struct Load: Hashable, Sendable {
    package let id: LoadID
    package let plan: LoadPlan
    package let state: LoadState
    package let counts: LoadCounts
    package let finishedAt: Moment?
    /// Why it failed, when it did.
    package let failure: LoadFailure?
    /// The later load that did its work again, after it died.
    package let rolledForwardBy: Int?

    package init(
        id: LoadID, plan: LoadPlan, state: LoadState, counts: LoadCounts, finishedAt: Moment?, failure: LoadFailure?,
        rolledForwardBy: Int?
    ) {
        self.id = id
        self.plan = plan
        self.state = state
        self.counts = counts
        self.finishedAt = finishedAt
        self.failure = failure
        self.rolledForwardBy = rolledForwardBy
    }
}

/// Why a load did not complete.
package enum LoadFailure: String, Error, Sendable, Codable, CaseIterable {
    /// The program stopped while it was reading.
    case interrupted
    /// The file could not be read to its end.
    case unreadableFile = "unreadable-file"
    case stopped
}
