import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

/// The bytes of documents. Entries say which there must be, and what their hash is.
enum DocumentRows {
    /// Bytes that are kept already stay as they are.
    static func keep(_ bytes: [UInt8], hash: String, in council: CouncilCode, _ db: Database) throws {
        let insert = try PreparedStatement(
            db, "INSERT INTO document_bytes (council, hash, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        insert.bind(1, council.text)
        insert.bind(2, hash)
        insert.bind(3, bytes)
        try insert.run()
    }

    static func bytes(_ hash: String, in council: CouncilCode, _ db: Database) throws -> [UInt8]? {
        let select = try PreparedStatement(db, "SELECT bytes FROM document_bytes WHERE council = ? AND hash = ?")
        select.bind(1, council.text)
        select.bind(2, hash)
        return try select.first { $0.bytes(0) }
    }

    /// Which bytes an entry names; nil for one that names none.
    static func hash(_ entry: StoredEntry) -> String? {
        guard entry.kind == RecordKind.document.rawValue, let text = entry.body else { return nil }
        let body = try? StoredBody().body(kind: .document, version: entry.version, bytes: text)
        return (body as? ReceivedDocument)?.hash
    }

    /// Deletes those of these bytes that no entry names any more.
    static func forget(_ hashes: [String], in council: CouncilCode, _ db: Database) throws {
        guard !hashes.isEmpty else { return }
        var unnamed = Set(hashes)
        try each(in: council, db) { _, hash in
            unnamed.remove(hash)
            return !unnamed.isEmpty
        }
        for hash in unnamed {
            let delete = try PreparedStatement(db, "DELETE FROM document_bytes WHERE council = ? AND hash = ?")
            delete.bind(1, council.text)
            delete.bind(2, hash)
            try delete.run()
        }
    }

    /// The number of the first entry whose bytes are gone or are not those it names; nil when there is none.
    static func firstBroken(in council: CouncilCode, _ db: Database) throws -> Int64? {
        var checked: Set<String> = []
        var broken: Int64?
        try each(in: council, db) { number, hash in
            if checked.contains(hash) { return true }
            guard let bytes = try bytes(hash, in: council, db), DocumentHash.text(of: bytes) == hash else {
                broken = number
                return false
            }
            checked.insert(hash)
            return true
        }
        return broken
    }

    /// Every entry that names bytes, in order, until `use` returns false.
    private static func each(
        in council: CouncilCode, _ db: Database, _ use: (_ number: Int64, _ hash: String) throws -> Bool
    ) throws {
        let select = try PreparedStatement(
            db,
            """
            SELECT \(EntryRows.columns) FROM entry INDEXED BY entry_document
            WHERE council = ? AND kind = 'document' AND body IS NOT NULL ORDER BY seq
            """)
        select.bind(1, council.text)
        try select.rows { row in
            let entry = EntryRows.read(row)
            guard let hash = hash(entry) else { throw StoreFailure.damaged(table: "entry") }
            return try use(entry.sequence, hash)
        }
    }
}

extension SQLiteStore {
    package func document(
        _ id: RecordID, of child: SubjectID, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [UInt8] {
        try require(access, [.openChild], child: child)
        let council = access.council
        let bytes: [UInt8] = try await read { db in
            let (own, joined) = try MergedRows.entries(of: child, in: council, db)
            let entries = own + joined
            let named = entries.last { $0.kind == RecordKind.document.rawValue && $0.id == id.text && $0.body != nil }
            guard let hash = named.flatMap(DocumentRows.hash) else { throw StoreFailure.notFound }
            guard let bytes = try DocumentRows.bytes(hash, in: council, db), DocumentHash.text(of: bytes) == hash else {
                throw StoreFailure.damaged(table: "document_bytes")
            }
            return bytes
        }
        // NB: safe on disk before one byte is handed over.
        try await log(Look(access, at: moment, query: "document \(id.text)"))
        return bytes
    }

    package func document(
        _ id: RecordID, ofPlan plan: SubjectID, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [UInt8] {
        try require(access, [.seePlan])
        let council = access.council
        let bytes: [UInt8] = try await read { db in
            let history = try FamilyRows.history(of: Subject(.plan, plan), in: council, db)
            guard let hash = history.standing(ReceivedDocument.self).last(where: { $0.id == id })?.body.hash else {
                throw StoreFailure.notFound
            }
            guard let bytes = try DocumentRows.bytes(hash, in: council, db), DocumentHash.text(of: bytes) == hash else {
                throw StoreFailure.damaged(table: "document_bytes")
            }
            return bytes
        }
        // NB: safe on disk before one byte is handed over.
        try await log(Look(access, at: moment, query: "document \(id.text)"))
        return bytes
    }

    package func firstBrokenDocument(of council: CouncilCode) async throws(StoreFailure) -> Int64? {
        try await read { try DocumentRows.firstBroken(in: council, $0) }
    }
}
