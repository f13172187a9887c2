import AccessRules
import GRDB
import RecordKeeping

/// What a child is found by, and whose records the child's evaluation read.
enum KeyRows {
    /// The search key of a part of a name.
    static func name(_ part: String) -> String { "name \(part)" }

    static func replaceSearch(
        of child: SubjectID, before: ChildRow?, after: ChildRow, in council: CouncilCode, _ db: Database
    ) throws {
        let (old, new) = (searchKeys(before), searchKeys(after))
        // NB: the names stand beside every key, so other names are other rows.
        let staying = before?.names == after.names ? Set(old).intersection(new) : []
        guard staying.count < max(old.count, new.count) else { return }
        let names = PackedText.text(after.names)
        for key in old where !staying.contains(key) {
            try run("DELETE FROM search_key WHERE council = ? AND key = ? AND child = ?", key, child, council, db)
        }
        for key in new where !staying.contains(key) {
            try run(
                "INSERT INTO search_key (council, key, child, names) VALUES (?, ?, ?, ?)", key, child, council, db,
                names: names)
        }
    }

    static func replaceReads(
        of child: SubjectID, before: [String], after: [String], in council: CouncilCode, _ db: Database
    ) throws {
        guard before != after else { return }
        for key in before where !after.contains(key) {
            try run("DELETE FROM reads WHERE council = ? AND subject = ? AND child = ?", key, child, council, db)
        }
        for key in after where !before.contains(key) {
            try run("INSERT INTO reads (council, subject, child) VALUES (?, ?, ?)", key, child, council, db)
        }
    }

    private static func searchKeys(_ row: ChildRow?) -> [String] {
        guard let row else { return [] }
        return row.names.map(name) + row.keys
    }

    private static func run(
        _ sql: String, _ key: String, _ child: SubjectID, _ council: CouncilCode, _ db: Database, names: String? = nil
    ) throws {
        let statement = try PreparedStatement(db, sql)
        statement.bind(1, council.text)
        statement.bind(2, key)
        statement.bind(3, child.text)
        if let names { statement.bind(4, names) }
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
