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
        let (page, shown) = try await read { db in try range.page(filter, limit, access, db) }
        try await log(Look(access, at: moment, query: range.words, shown: shown))
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
        let select = try PreparedStatement(
            db,
            """
            SELECT child, \(ConcernRows.columns) FROM concern INDEXED BY \(index)
            WHERE council = ?1 AND \(condition) AND in_today = 1 ORDER BY \(order)
            """)
        select.bind(1, access.council.text)
        select.bind(2, days.lowerBound)
        select.bind(3, days.upperBound)
        var lines: [ConcernLine?] = []
        var shown: [SubjectID] = []
        var total = 0
        let found = try select.all { (SubjectID($0.text(0)), try ConcernRows.read($0, from: 1).concern) }
        for (child, concern) in found where filter.kind.map({ $0 == concern.kind }) ?? true {
            guard lines.count < limit || filter.needsChild else {
                total += 1
                continue
            }
            let summary = try ChildRows.summary(child, in: access.council, db)
            guard filter.admits(concern, summary, on: days.lowerBound) else { continue }
            total += 1
            guard lines.count < limit else { continue }
            if try RestrictionRows.hides(child, from: access.who.user, in: access.council, db) {
                lines.append(nil)
            } else {
                lines.append(ConcernLine(child: child, summary: summary, concern: concern))
                shown.append(child)
            }
        }
        return (ConcernPage(lines: lines, total: total), shown)
    }
}

extension ListFilter {
    /// Whether the child must be read to know whether a concern belongs to the list.
    fileprivate var needsChild: Bool { team != nil || worker != nil || status != nil || level != nil }

    fileprivate func admits(_ concern: Concern, _ summary: ChildSummary, on day: Day) -> Bool {
        let holder = summary.holder(on: day)
        return (team.map { $0 == holder?.team } ?? true) && (worker.map { $0 == holder?.worker } ?? true)
            && (kind.map { $0 == concern.kind } ?? true)
            && (level.map { $0 == concern.level(on: concern.onset) } ?? true)
            && (status.map { summary.statuses(on: day).contains($0) } ?? true)
    }
}
