import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// The list of a day that is not the current one: worked out from the intervals, by a range query.
extension ListReading {
    func ofAnotherDay(_ query: ListQuery) throws -> (ListPage, [SubjectID]) {
        let all = try standings(query.tab).filter { query.filter.admits($0.1) }
            .sorted { ($0.1.order, $0.0.text) < ($1.1.order, $1.0.text) }
        let rest = all.drop { row in
            guard let after = query.after else { return false }
            return (row.1.order, row.0.text) <= (after.order, after.child.text)
        }
        return try page(
            Array(rest.prefix(query.limit)), isMore: rest.count > query.limit, total: all.count, query)
    }

    func countsOfAnotherDay(_ tab: ListTab, team: String?, worker: String?) throws -> ListCounts {
        let filter = ListFilter(team: team, worker: worker)
        var counts = ListCounts()
        for (_, standing) in try standings(tab) where filter.admits(standing) { counts.count(standing) }
        return counts
    }

    /// Everybody's place on the day, from what stood on it.
    private func standings(_ tab: ListTab) throws -> [(SubjectID, Standing)] {
        var byChild: [String: [DerivedConcern]] = [:]
        let select = try PreparedStatement(
            db,
            """
            SELECT child, \(ConcernRows.columns) FROM concern
            WHERE council = ? AND over_on > ? AND onset <= ? AND in_today = 1
            """)
        select.bind(1, council.text)
        select.bind(2, day)
        select.bind(3, day)
        try select.rows { row in
            byChild[row.text(0), default: []].append(try ConcernRows.read(row, from: 1))
            return true
        }
        return try byChild.compactMap { id, concerns in
            let child = SubjectID(id)
            guard let row = try ChildRows.row(child, in: council, db) else { return nil }
            let state = try state(of: SourceName(row.source))
            let standings = Standings(
                concerns: concerns, summary: row.summary, on: state.listDay(day), backlogBefore: state.backlogBefore)
            return standings[tab].map { (child, $0) }
        }
    }
}
