import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func accountsWaiting(access: Access) async throws(StoreFailure) -> [WaitingChange] {
        try require(access, [.administer, .confirmAccounts])
        let council = access.council
        return try await remembered(.accountsWaiting(council)) { try AccountWaitingRows.all(in: council, $0) }
    }
}

/// What waits for a second person. Of a kind, one for an account: what is asked again takes the place of what was.
enum AccountWaitingRows {
    static func all(in council: CouncilCode, _ db: Database) throws -> [WaitingChange] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM account_waiting WHERE council = ? ORDER BY number", arguments: [council.text]
        ).map(read)
    }

    static func of(_ account: UserID, in council: CouncilCode, _ db: Database) throws -> [WaitingChange] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM account_waiting WHERE council = ? AND user = ? ORDER BY number",
            arguments: [council.text, account.text]
        ).map(read)
    }

    static func put(_ waiting: WaitingChange, in council: CouncilCode, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO account_waiting (council, user, what, number, role, by, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                council.text, waiting.account.text, waiting.what.rawValue, waiting.number, waiting.role?.rawValue,
                waiting.by.text, waiting.at.milliseconds,
            ])
    }

    static func forget(
        _ what: WaitingChange.What? = nil, of account: UserID, in council: CouncilCode, _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM account_waiting WHERE council = ?1 AND user = ?2 AND (?3 IS NULL OR what = ?3)",
            arguments: [council.text, account.text, what?.rawValue])
    }

    private static func read(_ row: Row) throws -> WaitingChange {
        let role: String? = row["role"]
        guard let what = WaitingChange.What(rawValue: row["what"]) else {
            throw StoreFailure.damaged(table: "account_waiting")
        }
        return WaitingChange(
            number: row["number"], at: Moment(milliseconds: row["at"]), by: UserID(row["by"]),
            account: UserID(row["user"]), what: what, role: role.flatMap(Role.init(rawValue:)))
    }
}
