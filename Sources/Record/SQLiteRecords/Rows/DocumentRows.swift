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

    /// The bytes an entry names, as they were sent.
    static func whole(_ entry: StoredEntry?, in council: CouncilCode, _ db: Database) throws -> [UInt8] {
        guard let hash = entry.flatMap(Self.hash) else { throw StoreFailure.notFound }
        guard let bytes = try Self.bytes(hash, in: council, db), DocumentHash.text(of: bytes) == hash else {
            throw StoreFailure.damaged(table: "document_bytes")
        }
        return bytes
    }

    /// Which bytes an entry names; nil for one that names none.
    static func hash(_ entry: StoredEntry) -> String? {
        try? named(entry)
    }

    private static func named(_ entry: StoredEntry) throws -> String? {
        guard let naming = naming.first(where: { $0.kind.rawValue == entry.kind }), let text = entry.body else {
            return nil
        }
        return DocumentHash.named(
            by: try StoredBody().body(kind: naming.kind, version: entry.version, bytes: text))
    }

    /// Deletes those of these bytes that no entry names any more.
    static func forget(_ hashes: [String], in council: CouncilCode, _ db: Database) throws {
        guard !hashes.isEmpty else { return }
        var unnamed = Set(hashes)
        for naming in naming {
            try each(naming, in: council, db) { _, hash in
                unnamed.remove(hash)
                return !unnamed.isEmpty
            }
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
        var broken: [Int64] = []
        for naming in naming {
            try each(naming, in: council, db) { number, hash in
                if checked.contains(hash) { return true }
                guard let bytes = try bytes(hash, in: council, db), DocumentHash.text(of: bytes) == hash else {
                    broken.append(number)
                    return false
                }
                checked.insert(hash)
                return true
            }
        }
        return broken.min()
    }

    /// The kinds of record that name bytes, each with what finds it.
    private static let naming: [(kind: RecordKind, index: String)] = [
        (.document, "entry_document"), (.inspectionRequest, "entry_inspection_request"),
    ]

    /// Every entry of a kind that names bytes, in order, until `use` returns false.
    private static func each(
        _ naming: (kind: RecordKind, index: String), in council: CouncilCode, _ db: Database,
        _ use: (_ number: Int64, _ hash: String) throws -> Bool
    ) throws {
        let select = try PreparedStatement(
            db,
            """
            SELECT \(EntryRows.columns) FROM entry INDEXED BY \(naming.index)
            WHERE council = ? AND kind = '\(naming.kind.rawValue)' AND body IS NOT NULL ORDER BY seq
            """)
        select.bind(1, council.text)
        try select.rows { row in
            let entry = EntryRows.read(row)
            do {
                guard let hash = try named(entry) else { return true }
                return try use(entry.sequence, hash)
            } catch is StoredBody.Unreadable {
                throw StoreFailure.damaged(table: "entry")
            }
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
            return try DocumentRows.whole(named, in: council, db)
        }
        // NB: safe on disk before one byte is handed over.
        try await log(Look(access, at: moment, query: "document \(id.text)"))
        return bytes
    }

    package func document(
        askedFor id: RecordID, in inspection: Subject, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [UInt8] {
        try require(access, [.inspect, .answerInspection])
        guard inspection.kind == .inspection else { throw .accessMismatch }
        let council = access.council
        let bytes: [UInt8] = try await read { db in
            let named = try EntryRows.about(inspection, in: council, db).last {
                $0.kind == RecordKind.inspectionRequest.rawValue && $0.id == id.text && $0.body != nil
            }
            return try DocumentRows.whole(named, in: council, db)
        }
        // NB: safe on disk before one byte is handed over.
        try await log(
            Look(access, at: moment, query: "document \(id.text) given in inspection \(inspection.id.local)"))
        return bytes
    }

    package func firstBrokenDocument(of council: CouncilCode) async throws(StoreFailure) -> Int64? {
        try await read { try DocumentRows.firstBroken(in: council, $0) }
    }
}
