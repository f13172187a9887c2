import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// A child as a list shows them.
package struct ListedChild: Hashable, Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    /// Nil where nothing stands in the list (search, what will begin, what was cleared).
    package let standing: Standing?
    /// The concerns the line is about, most pressing first.
    package let concerns: [Concern]

    package init(child: SubjectID, summary: ChildSummary, standing: Standing?, concerns: [Concern]) {
        self.child = child
        self.summary = summary
        self.standing = standing
        self.concerns = concerns
    }
}

/// A line of a list. A restricted child is counted and has a line, and does not say who it is.
package enum ListLine: Hashable, Sendable {
    case child(ListedChild)
    case restricted(level: Int?)

    package var child: ListedChild? {
        guard case .child(let child) = self else { return nil }
        return child
    }
}

/// A page of a list.
package struct ListPage: Hashable, Sendable {
    package let lines: [ListLine]
    /// Where the next page begins; nil on the last.
    package let next: ListPlace?
    /// Children on the whole list, as filtered.
    package let total: Int

    package init(lines: [ListLine], next: ListPlace?, total: Int) {
        self.lines = lines
        self.next = next
        self.total = total
    }
}

/// The counts of a list: kept as the list changes, for all of it, for each team and for each worker.
package struct ListCounts: Hashable, Sendable {
    /// Children on the list.
    package var children = 0
    /// Children somebody flagged as unsafe now.
    package var flagged = 0
    package var atRisk = 0
    /// Children by the kind that leaves them at potential risk; their sum is `atRisk`.
    package var atRiskByKind: [ConcernKind: Int] = [:]
    /// Concerns.
    package var overdue = 0
    package var overdueByKind: [ConcernKind: Int] = [:]
    /// Children with a concern of the kind.
    package var byKind: [ConcernKind: Int] = [:]
    /// Children by their best level.
    package var byLevel: [Int: Int] = [:]

    package init() {}

    package var three: ThreeCounts {
        ThreeCounts(unsafeNow: flagged, leftAtPotentialRisk: atRisk, dutiesOverdue: overdue)
    }

    package mutating func count(_ standing: Standing, times: Int = 1) {
        children += times
        if standing.isFlagged { flagged += times }
        byLevel[standing.level, default: 0] += times
        if let kind = standing.riskKind {
            atRisk += times
            atRiskByKind[kind, default: 0] += times
        }
        for kind in standing.kinds.all { byKind[kind, default: 0] += times }
        for kind in ConcernKind.allCases where standing.overdue[kind] > 0 {
            overdue += standing.overdue[kind] * times
            overdueByKind[kind, default: 0] += standing.overdue[kind] * times
        }
    }
}

/// What is still to be worked out again after a change that touched many children.
package struct Recalculation: Hashable, Sendable {
    package let left: Int
    package let of: Int

    package init(left: Int, of: Int) {
        self.left = left
        self.of = of
    }
}
