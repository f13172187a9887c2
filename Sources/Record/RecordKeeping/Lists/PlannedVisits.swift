import AccessRules
import ChildJourney
import WorkingDays

/// A visit that is planned, or was for a day that has passed and of which nothing came. Derived from the entries.
package struct PlannedVisitRow: Hashable, Sendable {
    package let record: RecordID
    /// Who goes, by their name for signing in.
    package let worker: String
    package let on: Day
    /// Minutes past midnight; nil where no time was agreed.
    package let minute: Int?
    package let purpose: VisitPurpose

    package init(record: RecordID, worker: String, on: Day, minute: Int?, purpose: VisitPurpose) {
        self.record = record
        self.worker = worker
        self.on = on
        self.minute = minute
        self.purpose = purpose
    }

    package init(_ planned: Recorded<PlannedVisit>) {
        self.init(
            record: planned.id, worker: planned.body.worker, on: planned.body.on, minute: planned.body.minute,
            purpose: planned.body.purpose)
    }

    /// "at 16:50"; nil where no time was agreed.
    package var timeWords: String? { minute.map { "at \(Moment(londonDay: on, minute: $0).clockWords)" } }
}

package struct ListedPlannedVisit: Sendable {
    package let child: ListedChild
    package let visit: PlannedVisitRow

    package init(child: ListedChild, visit: PlannedVisitRow) {
        self.child = child
        self.visit = visit
    }
}

package protocol PlannedVisitKeeping: Sendable {
    /// Planned visits of one worker, or of everybody, soonest or latest first; nil for each to a child whom the reader may not see. The
    /// first `limit` of them.
    func plannedVisits(
        of worker: String?, in days: ClosedRange<Day>, limit: Int, latestFirst: Bool, access: Access,
        at moment: Moment
    ) async throws(StoreFailure) -> [ListedPlannedVisit?]
}
