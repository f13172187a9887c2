import AccessRules
import ChildJourney
import GRDB
import RecordKeeping

/// Records that are one with another: each leads to the one that is kept. Made from the entries that say so, and made again
/// from them at any time.
enum MergedRows {
    static func all(in council: CouncilCode, _ db: Database) throws -> [SubjectID: SubjectID] {
        let select = try PreparedStatement(db, "SELECT child, kept FROM merged_child WHERE council = ?")
        select.bind(1, council.text)
        return Dictionary(
            try select.all { (SubjectID($0.text(0)), SubjectID($0.text(1))) }, uniquingKeysWith: { first, _ in first })
    }

    /// Nil for a record that stands by itself.
    static func kept(insteadOf child: SubjectID, in council: CouncilCode, _ db: Database) throws -> SubjectID? {
        let select = try PreparedStatement(db, "SELECT kept FROM merged_child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return try select.first { SubjectID($0.text(0)) }
    }

    static func kept(orItself child: SubjectID, in council: CouncilCode, _ db: Database) throws -> SubjectID {
        try kept(insteadOf: child, in: council, db) ?? child
    }

    static func joined(to kept: SubjectID, in council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        let select = try PreparedStatement(
            db, "SELECT child FROM merged_child WHERE council = ? AND kept = ? ORDER BY child")
        select.bind(1, council.text)
        select.bind(2, kept.text)
        return try select.all { SubjectID($0.text(0)) }
    }

    /// A record's own entries, and after them those of the records that are one with it.
    static func entries(
        of child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws -> (own: [StoredEntry], joined: [StoredEntry]) {
        let joined = try joined(to: child, in: council, db).flatMap {
            try EntryRows.about(.child($0), in: council, db)
        }
        return (try EntryRows.about(.child(child), in: council, db), joined.sorted { $0.sequence < $1.sequence })
    }

    /// What of each record that is one with this one is read here under its number too.
    static func keysRenamed(
        on child: SubjectID, in council: CouncilCode, _ db: Database
    ) throws -> [String: Set<History.Key>] {
        let (own, joined) = try entries(of: child, in: council, db)
        return try HistoryReader().history(of: own + joined, joining: Set(joined.map(\.subject))).keysRenamed
    }

    private static func put(_ merge: RecordMerge, of child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        let other = SubjectID(source: SourceName.record.text, local: merge.other)
        // NB: two records that each led to the other would both be on no list.
        guard !merge.isKept, merge.stands, other != child, try kept(insteadOf: other, in: council, db) == nil,
            try joined(to: child, in: council, db).isEmpty
        else { return }
        let insert = try PreparedStatement(
            db, "INSERT OR REPLACE INTO merged_child (council, child, kept) VALUES (?, ?, ?)")
        insert.bind(1, council.text)
        insert.bind(2, child.text)
        insert.bind(3, other.text)
        try insert.run()
    }

    /// Makes a record's row again from its entries.
    static func keep(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM merged_child WHERE council = ? AND child = ?", arguments: [council.text, child.text])
        let journey = try HistoryReader().history(of: EntryRows.about(.child(child), in: council, db)).journey()
        for merge in journey.casework.merges where merge.body.stands {
            try put(merge.body, of: child, in: council, db)
        }
    }

    static func keepAgain(in council: CouncilCode, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM merged_child WHERE council = ?", arguments: [council.text])
        let select = try PreparedStatement(
            db, "SELECT DISTINCT subject FROM entry WHERE council = ? AND kind = 'record-merge'")
        select.bind(1, council.text)
        for subject in try select.all({ $0.text(0) }).compactMap(Subject.init(text:)) {
            try keep(subject.id, in: council, db)
        }
    }
}

extension SQLiteStore {
    package func recordKept(
        insteadOf child: SubjectID, in council: CouncilCode
    ) async throws(StoreFailure) -> SubjectID? {
        try readHere { try MergedRows.kept(insteadOf: child, in: council, $0) }
    }
}
