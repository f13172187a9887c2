import AccessRules
import GRDB
import RecordKeeping

/// The table of entries, read and written by hand-bound statements.
enum EntryRows {
    static let columns =
        """
        council, seq, id, subject, kind, version, happened, recorded, by, corrects, occasion, body, salt, body_digest,
        previous, hash
        """

    static func insert(_ entry: StoredEntry, _ db: Database) throws {
        let insert = try PreparedStatement(
            db, "INSERT INTO entry (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        insert.bind(1, entry.council)
        insert.bind(2, entry.sequence)
        insert.bind(3, entry.id)
        insert.bind(4, entry.subject)
        insert.bind(5, entry.kind)
        insert.bind(6, entry.version)
        insert.bind(7, entry.happened)
        insert.bind(8, entry.recorded)
        insert.bind(9, entry.by)
        insert.bind(10, entry.corrects)
        insert.bind(11, entry.occasion)
        insert.bind(12, entry.body)
        insert.bind(13, entry.salt)
        insert.bind(14, entry.bodyDigest)
        insert.bind(15, entry.previous)
        insert.bind(16, entry.hash)
        try insert.run()
    }

    static func head(of council: CouncilCode, _ db: Database) throws -> ChainHead {
        let last = try PreparedStatement(
            db, "SELECT seq, hash FROM entry WHERE council = ? ORDER BY seq DESC LIMIT 1")
        last.bind(1, council.text)
        return try last.first { ChainHead(sequence: $0.number(0), hash: $0.bytes(1)) } ?? .empty
    }

    /// All of one subject's, in order of their numbers.
    static func about(_ subject: Subject, in council: CouncilCode, _ db: Database) throws -> [StoredEntry] {
        // NB: left to itself SQLite walks the council's whole chain to save the sort.
        let select = try PreparedStatement(
            db, "SELECT \(columns) FROM entry INDEXED BY entry_subject WHERE council = ? AND subject = ? ORDER BY seq")
        select.bind(1, council.text)
        select.bind(2, subject.text)
        return try select.all(read)
    }

    /// Those of every subject of a kind whose id has a source in front, in order of their numbers.
    static func about(
        every kind: SubjectKind, from source: SourceName, in council: CouncilCode, _ db: Database
    ) throws -> [StoredEntry] {
        let select = try PreparedStatement(
            db,
            """
            SELECT \(columns) FROM entry INDEXED BY entry_subject
            WHERE council = ? AND subject >= ? AND subject < ? ORDER BY seq
            """)
        let prefix = "\(kind.rawValue)/\(source.text)"
        select.bind(1, council.text)
        select.bind(2, "\(prefix):")
        // The character after the colon.
        select.bind(3, "\(prefix);")
        return try select.all(read)
    }

    static func entry(_ sequence: Int64, in council: CouncilCode, _ db: Database) throws -> StoredEntry? {
        let select = try PreparedStatement(db, "SELECT \(columns) FROM entry WHERE council = ? AND seq = ?")
        select.bind(1, council.text)
        select.bind(2, sequence)
        return try select.first(read)
    }

    /// Every entry of a council in order, until `entry` returns false.
    static func all(in council: CouncilCode, _ db: Database, _ entry: (StoredEntry) throws -> Bool) throws {
        let select = try PreparedStatement(db, "SELECT \(columns) FROM entry WHERE council = ? ORDER BY seq")
        select.bind(1, council.text)
        try select.rows { try entry(read($0)) }
    }

    /// The next subjects of a kind after one, in order of their ids.
    static func subjects(
        _ kind: SubjectKind, after last: String?, limit: Int, in council: CouncilCode, _ db: Database
    ) throws -> [String] {
        let select = try PreparedStatement(
            db,
            """
            SELECT DISTINCT subject FROM entry WHERE council = ? AND subject > ? AND subject < ?
            ORDER BY subject LIMIT ?
            """)
        select.bind(1, council.text)
        select.bind(2, last ?? "\(kind.rawValue)/")
        select.bind(3, "\(kind.rawValue)0")
        select.bind(4, limit)
        return try select.all { $0.text(0) }
    }

    /// What was erased, and with whose authority.
    static func erasures(in council: CouncilCode, _ db: Database) throws -> [Erasure] {
        let select = try PreparedStatement(
            db,
            "SELECT body FROM entry INDEXED BY entry_erased WHERE council = ? AND kind = 'erased' AND body IS NOT NULL")
        select.bind(1, council.text)
        let texts = StoredBody()
        return try select.all { $0.bytes(0) }.map { try texts.erasure($0) }
    }

    static func erase(_ sequence: Int64, in council: CouncilCode, _ db: Database) throws {
        let update = try PreparedStatement(
            db, "UPDATE entry SET body = NULL, salt = NULL WHERE council = ? AND seq = ?")
        update.bind(1, council.text)
        update.bind(2, sequence)
        try update.run()
    }

    static func read(_ row: PreparedStatement) -> StoredEntry {
        StoredEntry(
            council: row.text(0), sequence: row.number(1), id: row.text(2), subject: row.text(3), kind: row.text(4),
            version: row.number(5), happened: row.numberIfAny(6), recorded: row.number(7), by: row.text(8),
            corrects: row.numberIfAny(9), occasion: row.textIfAny(10), body: row.bytesIfAny(11),
            salt: row.bytesIfAny(12), bodyDigest: row.bytes(13), previous: row.bytes(14), hash: row.bytes(15))
    }
}
