import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

/// The table of planned visits: those of which nothing has come.
enum PlannedVisitRows {
    static func replace(
        of child: SubjectID, by rows: [PlannedVisitRow], in council: CouncilCode, _ db: Database
    ) throws {
        let delete = try PreparedStatement(db, "DELETE FROM planned_visit WHERE council = ? AND child = ?")
        delete.bind(1, council.text)
        delete.bind(2, child.text)
        try delete.run()
        guard !rows.isEmpty else { return }
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO planned_visit (council, child, record, worker, planned_on, minute, purpose)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        for row in rows {
            insert.bind(1, council.text)
            insert.bind(2, child.text)
            insert.bind(3, row.record.text)
            insert.bind(4, row.worker)
            insert.bind(5, Int(row.on.number))
            insert.bind(6, row.minute.map { Int64($0) })
            insert.bind(7, row.purpose.rawValue)
            try insert.run()
        }
    }

    static func all(
        of worker: String?, in days: ClosedRange<Day>, limit: Int, latestFirst: Bool, in council: CouncilCode,
        _ db: Database
    ) throws -> [(child: SubjectID, visit: PlannedVisitRow)] {
        let select = try PreparedStatement(
            db,
            """
            SELECT child, record, worker, planned_on, minute, purpose FROM planned_visit
            WHERE council = ? AND planned_on BETWEEN ? AND ? \(worker == nil ? "" : "AND worker = ?")
            ORDER BY planned_on \(latestFirst ? "DESC" : "ASC"), minute IS NULL, minute, child, record LIMIT ?
            """)
        select.bind(1, council.text)
        select.bind(2, Int(days.lowerBound.number))
        select.bind(3, Int(days.upperBound.number))
        if let worker { select.bind(4, worker) }
        select.bind(worker == nil ? 4 : 5, limit)
        return try select.all { row in
            guard let purpose = VisitPurpose(rawValue: row.text(5)) else {
                throw StoreFailure.damaged(table: "planned_visit")
            }
            return (
                SubjectID(row.text(0)),
                PlannedVisitRow(
                    record: RecordID(row.text(1)), worker: row.text(2), on: Day(number: Int32(row.int(3))),
                    minute: row.numberIfAny(4).map { Int($0) }, purpose: purpose)
            )
        }
    }
}

extension SQLiteStore {
    package func plannedVisits(
        of worker: String?, in days: ClosedRange<Day>, limit: Int, latestFirst: Bool, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [ListedPlannedVisit?] {
        try require(access, [.seeToday])
        let (council, user) = (access.council, access.who.user)
        let found: [ListedPlannedVisit?] = try readHere { db in
            try PlannedVisitRows.all(of: worker, in: days, limit: limit, latestFirst: latestFirst, in: council, db).map
            { child, visit in
                if try RestrictionRows.hides(child, from: user, in: council, db) { return nil }
                let listed = ListedChild(
                    child: child, summary: try ChildRows.summary(child, in: council, db), standing: nil, concerns: [])
                return ListedPlannedVisit(child: listed, visit: visit)
            }
        }
        let shown = found.compactMap { $0?.child.child }
        if !found.isEmpty {
            try await log(
                Look(access, at: moment, query: "visits planned\(worker.map { " of \($0)" } ?? "")", shown: shown))
        }
        return found
    }
}
