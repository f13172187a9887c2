import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func beginning(
        after day: Day, within days: Int, filter: ListFilter, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ConcernPage {
        let range = ConcernRange(
            days: (day + 1)...(day + max(days, 1)), index: "concern_onset",
            condition: "onset BETWEEN ?2 AND ?3 AND over_on > onset",
            order: "onset, level, child, number", words: "beginning in \(days) days after \(day)")
        return try await page(range, filter, limit, access, moment)
    }

    package func cleared(
        upTo day: Day, within days: Int, filter: ListFilter, limit: Int, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> ConcernPage {
        let range = ConcernRange(
            days: (day - max(days - 1, 0))...day, index: "concern_over",
            condition: "over_on BETWEEN ?2 AND ?3 AND cleared_on BETWEEN ?2 AND ?3",
            order: "over_on DESC, level, child, number", words: "cleared in \(days) days up to \(day)")
        return try await page(range, filter, limit, access, moment)
    }

    private func page(
        _ range: ConcernRange, _ filter: ListFilter, _ limit: Int, _ access: Access, _ moment: Moment
    ) async throws(StoreFailure) -> ConcernPage {
        try require(access, [.seeToday, .drillDown])
        let question = Question.concerns(
            words: range.words, filter, limit: limit, access.council, access.who.user)
        let (page, shown) = try await remembered(question) { db in try range.page(filter, limit, access, db) }
        // Asked only how many there are, it shows nobody.
        if limit > 0 { try await log(Look(access, at: moment, query: range.words, shown: shown)) }
        return page
    }
}

/// Concerns with a day inside a range.
private struct ConcernRange: Sendable {
    let days: ClosedRange<Day>
    let index: String
    let condition: String
    let order: String
    let words: String

    func page(
        _ filter: ListFilter, _ limit: Int, _ access: Access, _ db: Database
    ) throws -> (ConcernPage, [SubjectID]) {
        let (rows, total) =
            try filter.needsChild ? filtered(filter, limit, access, db) : first(filter, limit, access, db)
        var shown: [SubjectID] = []
        let lines = try rows.map { child, concern -> ConcernLine? in
            if try RestrictionRows.hides(child, from: access.who.user, in: access.council, db) { return nil }
            shown.append(child)
            let summary = try ChildRows.summary(child, in: access.council, db)
            return ConcernLine(child: child, summary: summary, concern: concern)
        }
        return (ConcernPage(lines: lines, total: total), shown)
    }

    /// Where the concern's own row answers the filter: the first of them, and how many there are.
    private func first(
        _ filter: ListFilter, _ limit: Int, _ access: Access, _ db: Database
    ) throws -> ([(SubjectID, Concern)], Int) {
        let count = try select("count(*)", filter, access, db, tail: "")
        let total = try count.first { $0.int(0) } ?? 0
        guard limit > 0 else { return ([], total) }
        let rows = try select(
            "child, \(ConcernRows.columns)", filter, access, db, tail: "ORDER BY \(order) LIMIT \(limit)")
        return (try rows.all { (SubjectID($0.text(0)), try ConcernRows.read($0, from: 1).concern) }, total)
    }

    /// Where the child has to be looked at too.
    private func filtered(
        _ filter: ListFilter, _ limit: Int, _ access: Access, _ db: Database
    ) throws -> ([(SubjectID, Concern)], Int) {
        let rows = try select("child, number", filter, access, db, tail: "ORDER BY \(order)")
        let found = try rows.all { (SubjectID($0.text(0)), $0.int(1)) }
        var admitted: [SubjectID: Bool] = [:]
        let kept = try found.filter { child, _ in
            if let known = admitted[child] { return known }
            let isAdmitted = filter.admits(
                try ChildRows.holding(child, in: access.council, db), on: days.lowerBound)
            admitted[child] = isAdmitted
            return isAdmitted
        }
        let first = try kept.prefix(limit).compactMap { child, number in
            try ConcernRows.concern(number, of: child, in: access.council, db).map { (child, $0.concern) }
        }
        return (first, kept.count)
    }

    private func select(
        _ columns: String, _ filter: ListFilter, _ access: Access, _ db: Database, tail: String
    ) throws -> PreparedStatement {
        let select = try PreparedStatement(
            db,
            """
            SELECT \(columns) FROM concern INDEXED BY \(index)
            WHERE council = ?1 AND \(condition) AND in_today = 1 AND (?4 IS NULL OR kind = ?4)
            AND (?5 IS NULL OR level = ?5) \(tail)
            """)
        select.bind(1, access.council.text)
        select.bind(2, days.lowerBound)
        select.bind(3, days.upperBound)
        select.bind(4, filter.kind.map { Int64($0.place) })
        select.bind(5, filter.level.map { Int64($0) })
        return select
    }
}

extension ListFilter {
    /// Whether the child must be read to know whether a concern belongs to the list.
    fileprivate var needsChild: Bool { team != nil || worker != nil || status != nil }

    fileprivate func admits(_ summary: ChildSummary, on day: Day) -> Bool {
        let holder = summary.holder(on: day)
        return (team.map { $0 == holder?.team } ?? true) && (worker.map { $0 == holder?.worker } ?? true)
            && (status.map { summary.statuses(on: day).contains($0) } ?? true)
    }
}
