import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// The list of a day that is not the current one: worked out from the intervals, by a range query.
extension ListReading {
    func ofAnotherDay(_ query: ListQuery) throws -> (ListPage, [SubjectID]) {
        let all = try standings(query.tab, query.filter)
            .sorted { ($0.1.order, $0.0.text) < ($1.1.order, $1.0.text) }
        let rest = all.drop { row in
            guard let after = query.after else { return false }
            return (row.1.order, row.0.text) <= (after.order, after.child.text)
        }
        let rows = try rest.prefix(query.limit).map { ($0.0, try withHolder($0.0, $0.1)) }
        return try page(rows, isMore: rest.count > query.limit, total: all.count, query)
    }

    func countsOfAnotherDay(_ tab: ListTab, team: String?, worker: String?) throws -> ListCounts {
        var counts = ListCounts()
        for (_, standing) in try standings(tab, ListFilter(team: team, worker: worker)) { counts.count(standing) }
        return counts
    }

    /// Everybody's place on the day, from what stood on it. Children are only read where the filter needs them.
    private func standings(_ tab: ListTab, _ filter: ListFilter) throws -> [(SubjectID, Standing)] {
        let needsChild = filter.team != nil || filter.worker != nil || filter.status != nil
        return try concernsByChild(tab).compactMap { id, concerns in
            let child = SubjectID(id)
            let summary = needsChild ? try ChildRows.holding(child, in: council, db) : ChildSummary()
            let state = try state(of: child)
            let standing = Standing(
                tab, concerns: concerns, summary: summary, on: day, backlogBefore: state.backlogBefore)
            guard let standing, filter.admits(standing) else { return nil }
            return (child, standing)
        }
    }

    /// Concerns that stood on the day. For the list of now what belongs to the backlog is left out where the database
    /// can tell, because it may be most of everything there is.
    private func concernsByChild(_ tab: ListTab) throws -> [String: [DerivedConcern]] {
        var byChild: [String: [DerivedConcern]] = [:]
        func add(index: String, _ condition: String, from first: Day) throws {
            let select = try PreparedStatement(
                db,
                """
                SELECT child, \(ConcernRows.columnsToRank) FROM concern INDEXED BY \(index)
                WHERE council = ?1 AND over_on > ?2 AND onset <= ?2 AND in_today = 1 AND told = 1 AND \(condition)
                """)
            select.bind(1, council.text)
            select.bind(2, day)
            select.bind(3, first)
            try select.rows { row in
                byChild[row.text(0), default: []].append(try ConcernRows.readToRank(row, from: 1))
                return true
            }
        }
        guard tab == .now, let first = try backlogBefore() else {
            try add(index: "concern_over", "?3 IS NOT NULL", from: day)
            return byChild
        }
        // A day not long ago is reached from the end of what stood on it, one long ago from the beginning.
        let isLongAgo = try ListDayRows.day(of: council, db).map { $0 - day > day - first } ?? false
        try add(index: isLongAgo ? "concern_onset" : "concern_over", "onset >= ?3", from: first)
        try add(index: "concern_unseen", "kind = 0 AND onset < ?3", from: first)
        return byChild
    }

    /// The earliest day from which onsets are on the list of now in every source; nil where a source has no backlog.
    private func backlogBefore() throws -> Day? {
        let days = try SourceRows.all(in: council, db).map { try state(of: $0).backlogBefore }
        return days.contains(nil) ? nil : days.compactMap { $0 }.min()
    }

    private func withHolder(_ child: SubjectID, _ standing: Standing) throws -> Standing {
        let summary = try ChildRows.holding(child, in: council, db)
        let holder = summary.holder(on: day)
        return Standing(
            order: standing.order, level: standing.level, harmAlleged: standing.harmAlleged, kinds: standing.kinds,
            riskKind: standing.riskKind, overdue: standing.overdue, isFlagged: standing.isFlagged,
            statuses: summary.statuses(on: day),
            worker: holder?.worker, team: holder?.team)
    }

    private func state(of child: SubjectID) throws -> SourceState {
        try state(of: SourceName(child.source ?? SourceName.record.text))
    }
}
