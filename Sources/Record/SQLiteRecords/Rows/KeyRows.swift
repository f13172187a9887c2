import AccessRules
import GRDB
import RecordKeeping

/// What a child is found by, and whose records the child's evaluation read.
enum KeyRows {
    enum Table {
        case search, reads

        var insert: String {
            switch self {
            case .search: "INSERT INTO search_key (council, key, child) VALUES (?, ?, ?)"
            case .reads: "INSERT INTO reads (council, subject, child) VALUES (?, ?, ?)"
            }
        }

        var delete: String {
            switch self {
            case .search: "DELETE FROM search_key WHERE council = ? AND key = ? AND child = ?"
            case .reads: "DELETE FROM reads WHERE council = ? AND subject = ? AND child = ?"
            }
        }
    }

    /// The search key of a part of a name.
    static func name(_ part: String) -> String { "name \(part)" }

    static func replace(
        _ table: Table, of child: SubjectID, before: [String], after: [String], in council: CouncilCode, _ db: Database
    ) throws {
        guard before != after else { return }
        for key in before where !after.contains(key) { try run(table.delete, key, child, council, db) }
        for key in after where !before.contains(key) { try run(table.insert, key, child, council, db) }
    }

    private static func run(
        _ sql: String, _ key: String, _ child: SubjectID, _ council: CouncilCode, _ db: Database
    ) throws {
        let statement = try PreparedStatement(db, sql)
        statement.bind(1, council.text)
        statement.bind(2, key)
        statement.bind(3, child.text)
        try statement.run()
    }

    /// Children whose evaluation read a subject's record.
    static func readers(
        of subject: Subject, limit: Int, in council: CouncilCode, _ db: Database
    ) throws -> [SubjectID] {
        let select = try PreparedStatement(
            db, "SELECT child FROM reads WHERE council = ? AND subject = ? ORDER BY child LIMIT ?")
        select.bind(1, council.text)
        select.bind(2, subject.text)
        select.bind(3, limit)
        return try select.all { SubjectID($0.text(0)) }
    }

    /// Marks them to be worked out again; durable with the transaction that changed what they read.
    static func outdateReaders(of subject: Subject, in council: CouncilCode, _ db: Database) throws {
        let update = try PreparedStatement(
            db,
            """
            UPDATE child SET evaluated_under = 0
            WHERE council = ? AND child IN (SELECT child FROM reads WHERE council = ? AND subject = ?)
            """)
        update.bind(1, council.text)
        update.bind(2, council.text)
        update.bind(3, subject.text)
        try update.run()
    }
}
