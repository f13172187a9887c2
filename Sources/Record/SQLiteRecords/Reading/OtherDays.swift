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
        return try concernsByChild().compactMap { id, concerns in
            let child = SubjectID(id)
            let summary = needsChild ? try ChildRows.summary(child, in: council, db) : ChildSummary()
            let state = try state(of: child)
            let standings = Standings(
                concerns: concerns, summary: summary, on: day, backlogBefore: state.backlogBefore)
            guard let standing = standings[tab], filter.admits(standing) else { return nil }
            return (child, standing)
        }
    }

    private func concernsByChild() throws -> [String: [DerivedConcern]] {
        var byChild: [String: [DerivedConcern]] = [:]
        let select = try PreparedStatement(
            db,
            """
            SELECT child, \(ConcernRows.columnsToRank) FROM concern INDEXED BY concern_over
            WHERE council = ? AND over_on > ? AND onset <= ? AND in_today = 1 AND told = 1
            """)
        select.bind(1, council.text)
        select.bind(2, day)
        select.bind(3, day)
        try select.rows { row in
            byChild[row.text(0), default: []].append(try ConcernRows.readToRank(row, from: 1))
            return true
        }
        return byChild
    }

    private func withHolder(_ child: SubjectID, _ standing: Standing) throws -> Standing {
        let summary = try ChildRows.summary(child, in: council, db)
        let holder = summary.holder(on: day)
        return Standing(
            order: standing.order, level: standing.level, harmAlleged: standing.harmAlleged, kinds: standing.kinds,
            riskKind: standing.riskKind, overdue: standing.overdue, statuses: summary.statuses(on: day),
            worker: holder?.worker, team: holder?.team)
    }

    private func state(of child: SubjectID) throws -> SourceState {
        try state(of: SourceName(child.source ?? SourceName.record.text))
    }
}
