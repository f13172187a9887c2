import AccessRules
import Concerns
import GRDB
import RecordKeeping
import WorkingDays

/// The current day's list and its backlog, in list order.
enum StandingRows {
    static let columns = "place, level, harm, kinds, risk_kind, overdue, statuses, worker, team, flagged"

    static func row(
        of child: SubjectID, _ tab: ListTab, in council: CouncilCode, _ db: Database
    ) throws -> Standing? {
        let select = try PreparedStatement(
            db, "SELECT \(columns) FROM standing WHERE council = ? AND tab = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, tab.rawValue)
        select.bind(3, child.text)
        return try select.first { read($0) }
    }

    static func put(
        _ standing: Standing, _ child: SubjectID, _ tab: ListTab, in council: CouncilCode, _ db: Database
    ) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT OR REPLACE INTO standing (council, tab, child, \(columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, council.text)
        insert.bind(2, tab.rawValue)
        insert.bind(3, child.text)
        insert.bind(4, standing.order)
        insert.bind(5, standing.level)
        insert.bind(6, standing.harmAlleged ? 1 : 0)
        insert.bind(7, standing.kinds.bits)
        insert.bind(8, standing.riskKind.map { Int64($0.place) })
        insert.bind(9, standing.overdue.bits)
        insert.bind(10, standing.statuses.bits)
        insert.bind(11, standing.worker)
        insert.bind(12, standing.team)
        insert.bind(13, standing.isFlagged ? 1 : 0)
        try insert.run()
    }

    static func delete(_ child: SubjectID, _ tab: ListTab, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(
            db, "DELETE FROM standing WHERE council = ? AND tab = ? AND child = ?")
        delete.bind(1, council.text)
        delete.bind(2, tab.rawValue)
        delete.bind(3, child.text)
        try delete.run()
    }

    /// Reads `columns`, which begin at `first`.
    static func read(_ row: PreparedStatement, from first: Int32 = 0) -> Standing {
        Standing(
            order: row.number(first), level: row.int(first + 1), harmAlleged: row.int(first + 2) == 1,
            kinds: KindSet(bits: row.int(first + 3)),
            riskKind: row.numberIfAny(first + 4).flatMap { place in
                ConcernKind.allCases.first { $0.place == Int(place) }
            },
            overdue: KindTally(bits: row.number(first + 5)), isFlagged: row.int(first + 9) == 1,
            statuses: StatusSet(bits: row.int(first + 6)),
            worker: row.textIfAny(first + 7), team: row.textIfAny(first + 8))
    }
}
