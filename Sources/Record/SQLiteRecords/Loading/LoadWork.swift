import AccessRules
import GRDB
import RecordKeeping

/// What a load must remember until it is complete: who was in the file, and which rows were not.
enum LoadWork {
    /// False when the load had already seen the subject: a file that names it twice.
    static func saw(_ subject: Subject, _ load: LoadID, _ db: Database) throws -> Bool {
        let insert = try PreparedStatement(
            db, "INSERT INTO load_subject (council, load, subject) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        insert.bind(1, load.council.text)
        insert.bind(2, load.number)
        insert.bind(3, subject.text)
        try insert.run()
        return db.changesCount > 0
    }

    static func addMissing(_ sequence: Int64, of subject: Subject, _ load: LoadID, _ db: Database) throws {
        let insert = try PreparedStatement(
            db, "INSERT INTO missing_row (council, load, subject, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        bind(insert, load, subject)
        insert.bind(4, sequence)
        try insert.run()
    }

    /// A row that was missing from where the file first named its subject, and turned up where it did again.
    static func removeMissing(_ sequence: Int64, of subject: Subject, _ load: LoadID, _ db: Database) throws {
        let delete = try PreparedStatement(
            db, "DELETE FROM missing_row WHERE council = ? AND load = ? AND subject = ? AND seq = ?")
        bind(delete, load, subject)
        delete.bind(4, sequence)
        try delete.run()
    }

    static func missing(of subject: Subject, _ load: LoadID, _ db: Database) throws -> Set<Int64> {
        let select = try PreparedStatement(
            db, "SELECT seq FROM missing_row WHERE council = ? AND load = ? AND subject = ?")
        bind(select, load, subject)
        return Set(try select.all { $0.number(0) })
    }

    /// Subjects of the source with something missing, whether rows or all of them, after one and in order.
    static func incomplete(
        after last: String, limit: Int, _ load: LoadID, _ source: SourceName, _ db: Database
    ) throws -> [(subject: String, isPresent: Bool)] {
        let select = try PreparedStatement(
            db,
            """
            SELECT subject, present FROM (
                SELECT subject, 0 AS present FROM known_rows
                WHERE council = ?1 AND source = ?3 AND subject > ?4 AND NOT EXISTS (
                    SELECT 1 FROM load_subject
                    WHERE council = ?1 AND load = ?2 AND load_subject.subject = known_rows.subject)
                UNION
                SELECT DISTINCT subject, 1 FROM missing_row WHERE council = ?1 AND load = ?2 AND subject > ?4
            ) ORDER BY subject LIMIT ?5
            """)
        select.bind(1, load.council.text)
        select.bind(2, load.number)
        select.bind(3, source.text)
        select.bind(4, last)
        select.bind(5, limit)
        return try select.all { ($0.text(0), $0.int(1) == 1) }
    }

    static func delete(_ load: LoadID, _ db: Database) throws {
        for table in ["load_subject", "missing_row"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE council = ? AND load = ?",
                arguments: [load.council.text, load.number])
        }
    }

    private static func bind(_ statement: PreparedStatement, _ load: LoadID, _ subject: Subject) {
        statement.bind(1, load.council.text)
        statement.bind(2, load.number)
        statement.bind(3, subject.text)
    }
}
