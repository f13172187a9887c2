import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func change(
        _ change: AccountChange, of account: UserID, in council: CouncilCode, by author: UserID, at moment: Moment
    ) async throws(StoreFailure) -> AccountChange.Outcome {
        try await write { db in
            let work = AccountWork(db: db, council: council, account: account, author: author, moment: moment)
            let done = try work.carryOut(change)
            guard done.outcome == .done || done.outcome == .waits else { return done.outcome }
            if change.endsSessions, done.outcome == .done {
                try UserRow.endSessions(of: account, in: council, db)
            }
            let isWaiting = done.outcome == .waits
            let number = try AccountChangeRows.insert(
                LoggedAccountChange(
                    number: 0, at: moment, by: author, account: account, what: isWaiting ? "asked" : change.name,
                    detail: isWaiting ? "\(change.name): \(done.detail)" : done.detail),
                council, db)
            if let waits = done.waits {
                try AccountWaitingRows.put(
                    WaitingChange(
                        number: number, at: moment, by: author, account: account, what: waits.what, role: waits.role),
                    in: council, db)
            }
            return done.outcome
        }
    }

    package func accountChanges(
        of account: UserID?, access: Access, limit: Int
    ) async throws(StoreFailure) -> [LoggedAccountChange] {
        try require(access, [.administer])
        let council = access.council
        return try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM account_change WHERE council = ?1 AND (?2 IS NULL OR account = ?2)
                    ORDER BY seq DESC LIMIT ?3
                    """,
                arguments: [council.text, account?.text, limit]
            ).map(AccountChangeRows.read)
        }
    }

    package func firstBrokenAccountChange(of council: CouncilCode) async throws(StoreFailure) -> Int64? {
        try await read { try AccountChangeRows.firstBroken(in: council, $0) }
    }
}

/// The lines of the log of accounts. Each hash is over the line's columns and the hash before it.
enum AccountChangeRows {
    /// Its number.
    static func insert(
        _ change: LoggedAccountChange, _ council: CouncilCode, _ db: Database
    ) throws -> Int64 {
        let last = try Row.fetchOne(
            db, sql: "SELECT seq, hash FROM account_change WHERE council = ? ORDER BY seq DESC LIMIT 1",
            arguments: [council.text])
        let number = (last?["seq"] ?? Int64(0)) + 1
        let previous = (last?["hash"] as Data?).map(Array.init) ?? EntryHash.beginning
        let line = LoggedAccountChange(
            number: number, at: change.at, by: change.by, account: change.account, what: change.what,
            detail: change.detail)
        try db.execute(
            sql: """
                INSERT INTO account_change (council, seq, at, by, account, what, detail, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                council.text, line.number, line.at.milliseconds, line.by.text, line.account.text, line.what,
                line.detail, Data(hash(line, council, after: previous)),
            ])
        return number
    }

    static func read(_ row: Row) -> LoggedAccountChange {
        LoggedAccountChange(
            number: row["seq"], at: Moment(milliseconds: row["at"]), by: UserID(row["by"]),
            account: UserID(row["account"]), what: row["what"], detail: row["detail"])
    }

    static func firstBroken(in council: CouncilCode, _ db: Database) throws -> Int64? {
        var last: (number: Int64, hash: [UInt8]) = (0, EntryHash.beginning)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM account_change WHERE council = ? ORDER BY seq", arguments: [council.text])
        while let row = try rows.next() {
            let line = read(row)
            let stored = Array(row["hash"] as Data)
            guard line.number == last.number + 1, hash(line, council, after: last.hash) == stored else {
                return last.number + 1
            }
            last = (line.number, stored)
        }
        return nil
    }

    private static func hash(_ line: LoggedAccountChange, _ council: CouncilCode, after previous: [UInt8]) -> [UInt8] {
        EntryHash.hash(
            columns: [
                council.text, String(line.number), String(line.at.milliseconds), line.by.text, line.account.text,
                line.what, line.detail,
            ], after: previous)
    }
}
