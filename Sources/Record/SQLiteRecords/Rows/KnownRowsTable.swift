import AccessRules
import GRDB
import RecordKeeping

/// What the last load said about each subject.
enum KnownRowsTable {
    struct Known {
        let digest: RowDigest
        let rows: KnownRows
    }

    /// The digest alone, which is all that is needed where nothing has changed.
    static func digest(
        of subject: Subject, _ source: SourceName, in council: CouncilCode, _ db: Database
    ) throws -> RowDigest? {
        let select = try PreparedStatement(
            db, "SELECT digest FROM known_rows WHERE council = ? AND source = ? AND subject = ?")
        bind(select, subject, source, council)
        return try select.first { try digest($0.bytes(0)) }
    }

    static func rows(
        of subject: Subject, _ source: SourceName, in council: CouncilCode, _ db: Database
    ) throws -> Known? {
        let select = try PreparedStatement(
            db, "SELECT digest, rows FROM known_rows WHERE council = ? AND source = ? AND subject = ?")
        bind(select, subject, source, council)
        return try select.first { row in
            guard let rows = KnownRows(bytes: row.bytes(1)) else { throw StoreFailure.damaged(table: "known_rows") }
            return Known(digest: try digest(row.bytes(0)), rows: rows)
        }
    }

    static func put(
        _ rows: KnownRows, digest: RowDigest, of subject: Subject, _ source: SourceName, in council: CouncilCode,
        _ db: Database
    ) throws {
        let insert = try PreparedStatement(
            db,
            """
            INSERT INTO known_rows (council, source, subject, digest, rows) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET digest = excluded.digest, rows = excluded.rows
            """)
        bind(insert, subject, source, council)
        insert.bind(4, digest.bytes)
        insert.bind(5, rows.bytes)
        try insert.run()
    }

    private static func bind(
        _ statement: PreparedStatement, _ subject: Subject, _ source: SourceName, _ council: CouncilCode
    ) {
        statement.bind(1, council.text)
        statement.bind(2, source.text)
        statement.bind(3, subject.text)
    }

    private static func digest(_ bytes: [UInt8]) throws -> RowDigest {
        guard bytes.count == 16 else { throw StoreFailure.damaged(table: "known_rows") }
        return RowDigest(bytes)
    }
}
