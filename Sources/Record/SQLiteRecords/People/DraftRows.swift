import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

/// Drafts, in a database of their own: somebody types all day, and what is remembered of the record must not be forgotten
/// at each key.
final class DraftBox: Sendable {
    private let pool: DatabasePool

    init(path: String) throws {
        pool = try SQLiteStore.openPool(path)
        try SQLiteStore.migrate(pool, by: DraftMigrations.all)
    }

    func close() throws { try pool.close() }

    func write(_ work: @escaping @Sendable (Database) throws -> Void) async throws(StoreFailure) {
        do {
            try await pool.write(work)
        } catch {
            throw StoreFailure(error)
        }
    }

    func emptyWriteAheadLog() async throws(StoreFailure) {
        do {
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw StoreFailure(error)
        }
    }

    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await pool.read(work)
        } catch {
            throw StoreFailure(error)
        }
    }
}

enum DraftMigrations {
    static let all: [Migration] = [
        Migration(
            "001 drafts",
            sql: """
                CREATE TABLE draft (
                    council TEXT NOT NULL,
                    owner TEXT NOT NULL,
                    child TEXT NOT NULL,
                    form TEXT NOT NULL,
                    id TEXT NOT NULL,
                    fields TEXT NOT NULL,
                    saved_at INTEGER NOT NULL,
                    PRIMARY KEY (council, owner, child, form)
                ) STRICT, WITHOUT ROWID;
                """)
    ]
}

extension SQLiteStore {
    package func keep(_ draft: Draft, access: Access) async throws(StoreFailure) {
        guard access.who.user == draft.owner else { throw .accessMismatch }
        try requireDraft(about: draft.child, access)
        let council = access.council
        let oldest = draft.savedAt.adding(hours: -24 * Draft.keptDays)
        try await drafts.write { db in
            try db.execute(
                sql: "DELETE FROM draft WHERE council = ? AND saved_at < ?",
                arguments: [council.text, oldest.milliseconds])
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO draft (council, owner, child, form, id, fields, saved_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    council.text, draft.owner.text, draft.child.text, draft.form, draft.id.text, draft.fields,
                    draft.savedAt.milliseconds,
                ])
        }
    }

    package func draft(
        of form: String, about subject: SubjectID, access: Access
    ) async throws(StoreFailure) -> Draft? {
        try requireDraft(about: subject, access)
        let (council, owner) = (access.council, access.who.user)
        return try await drafts.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM draft WHERE council = ? AND owner = ? AND child = ? AND form = ?",
                arguments: [council.text, owner.text, subject.text, form])
            return row.map(Draft.init)
        }
    }

    package func forgetDraft(
        of form: String, about subject: SubjectID, access: Access
    ) async throws(StoreFailure) {
        try requireDraft(about: subject, access)
        let (council, owner) = (access.council, access.who.user)
        try await drafts.write { db in
            try db.execute(
                sql: "DELETE FROM draft WHERE council = ? AND owner = ? AND child = ? AND form = ?",
                arguments: [council.text, owner.text, subject.text, form])
        }
    }

    package func drafts(of owner: UserID, in council: CouncilCode) async throws(StoreFailure) -> [Draft] {
        try await drafts.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM draft WHERE council = ? AND owner = ? ORDER BY saved_at DESC, child, form",
                arguments: [council.text, owner.text]
            ).map(Draft.init)
        }
    }

    /// Leave about this child, or to open adults of whom this is one the reader may see.
    private func requireDraft(about subject: SubjectID, _ access: Access) throws(StoreFailure) {
        if access.child == subject { return }
        guard access.child == nil, access.verb == .openAdult else { throw .accessMismatch }
        try requireShown(adult: subject, access)
    }

    /// Erasing a child or an adult erases what anybody had begun to write about them.
    func forgetDrafts(about subject: SubjectID, in council: CouncilCode) async throws(StoreFailure) {
        try await drafts.write { db in
            try db.execute(
                sql: "DELETE FROM draft WHERE council = ? AND child = ?", arguments: [council.text, subject.text])
        }
        try await drafts.emptyWriteAheadLog()
    }
}

extension Draft {
    fileprivate init(_ row: Row) {
        self.init(
            id: RecordID(row["id"]), owner: UserID(row["owner"]), child: SubjectID(row["child"] as String),
            form: row["form"], fields: row["fields"], savedAt: Moment(milliseconds: row["saved_at"]))
    }
}
