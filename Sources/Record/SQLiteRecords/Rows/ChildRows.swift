import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

/// The row of what is derived about one child, concerns apart.
struct ChildRow: Equatable {
    var source: String
    var summary: ChildSummary
    var notChecked: String
    var names: [String]
    var keys: [String]
    var reads: [String]
    var evaluatedUnder: Int64
    var changesOn: Day?
    var keepUntil: Day?
}

/// The table of children.
enum ChildRows {
    private static let columns =
        """
        source, name, born, expected, died, sex, ethnicity, statuses, holders, not_checked, names, keys, reads,
        evaluated_under, changes_on, keep_until
        """

    static func row(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> ChildRow? {
        let select = try PreparedStatement(db, "SELECT \(columns) FROM child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return try select.first(read)
    }

    static func summary(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> ChildSummary {
        guard let row = try row(child, in: council, db) else { throw StoreFailure.damaged(table: "child") }
        return row.summary
    }

    /// Statuses and holders alone, for filtering many.
    static func holding(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> ChildSummary {
        let select = try PreparedStatement(
            db, "SELECT statuses, holders FROM child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        let summary = try select.first { row in
            ChildSummary(
                statuses: try PackedText.statuses(row.text(0)), holders: try PackedText.holders(row.text(1)))
        }
        guard let summary else { throw StoreFailure.damaged(table: "child") }
        return summary
    }

    /// What decides a child's place among others who fit a search as well.
    static func searchPlace(
        of child: SubjectID, on day: Day, in council: CouncilCode, _ db: Database
    ) throws -> (isOpen: Bool, name: String) {
        let select = try PreparedStatement(
            db, "SELECT name, statuses FROM child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        let place = try select.first { row in
            let summary = ChildSummary(statuses: try PackedText.statuses(row.text(1)), holders: [])
            return (summary.isOpen(on: day), row.textIfAny(0) ?? "")
        }
        guard let place else { throw StoreFailure.damaged(table: "child") }
        return place
    }

    /// Nil for a child about whom nothing is derived.
    static func evaluatedUnder(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> Int64? {
        let select = try PreparedStatement(db, "SELECT evaluated_under FROM child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return try select.first { $0.number(0) }
    }

    static func put(_ row: ChildRow, _ child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT OR REPLACE INTO child (council, child, \(columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insert.bind(1, council.text)
        insert.bind(2, child.text)
        insert.bind(3, row.source)
        insert.bind(4, row.summary.name)
        insert.bind(5, row.summary.bornOn)
        insert.bind(6, row.summary.expectedOn)
        insert.bind(7, row.summary.diedOn)
        insert.bind(8, row.summary.sex)
        insert.bind(9, row.summary.ethnicity)
        insert.bind(10, PackedText.statuses(row.summary.statuses))
        insert.bind(11, PackedText.holders(row.summary.holders))
        insert.bind(12, row.notChecked)
        insert.bind(13, PackedText.text(row.names))
        insert.bind(14, PackedText.text(row.keys))
        insert.bind(15, PackedText.text(row.reads))
        insert.bind(16, row.evaluatedUnder)
        insert.bind(17, row.changesOn)
        insert.bind(18, row.keepUntil)
        try insert.run()
    }

    static func delete(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let delete = try PreparedStatement(db, "DELETE FROM child WHERE council = ? AND child = ?")
        delete.bind(1, council.text)
        delete.bind(2, child.text)
        try delete.run()
    }

    static func setChangesOn(_ child: SubjectID, _ day: Day?, in council: CouncilCode, _ db: Database) throws {
        let update = try PreparedStatement(db, "UPDATE child SET changes_on = ? WHERE council = ? AND child = ?")
        update.bind(1, day)
        update.bind(2, council.text)
        update.bind(3, child.text)
        try update.run()
    }

    private static func read(_ row: PreparedStatement) throws -> ChildRow {
        ChildRow(
            source: row.text(0),
            summary: ChildSummary(
                name: row.textIfAny(1), bornOn: row.dayIfAny(2), expectedOn: row.dayIfAny(3),
                diedOn: row.dayIfAny(4), sex: row.textIfAny(5), ethnicity: row.textIfAny(6),
                statuses: try PackedText.statuses(row.text(7)), holders: try PackedText.holders(row.text(8))),
            notChecked: row.text(9), names: PackedText.items(row.text(10)), keys: PackedText.items(row.text(11)),
            reads: PackedText.items(row.text(12)), evaluatedUnder: row.number(13), changesOn: row.dayIfAny(14),
            keepUntil: row.dayIfAny(15))
    }
}
