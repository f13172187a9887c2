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
            let (outcome, detail) = try work.carryOut(change)
            guard outcome == .done else { return outcome }
            if change.endsSessions {
                try db.execute(
                    sql: "DELETE FROM session WHERE council = ? AND user = ?", arguments: [council.text, account.text])
            }
            try AccountChangeRows.insert(
                LoggedAccountChange(
                    number: 0, at: moment, by: author, account: account, what: change.name, detail: detail),
                council, db)
            return .done
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

/// One change of one account, inside its transaction.
private struct AccountWork {
    typealias Done = (AccountChange.Outcome, detail: String)

    let db: Database
    let council: CouncilCode
    let account: UserID
    let author: UserID
    let moment: Moment

    func carryOut(_ change: AccountChange) throws -> Done {
        switch change {
        case .added(let name, let role, let team):
            guard try user() == nil else { return (.alreadyThere, "") }
            try put(User(council: council, id: account, name: name, role: role, team: team))
            return (.done, team.map { "\(role.rawValue), team \($0)" } ?? role.rawValue)
        case .saved(let saved):
            try put(saved)
            return (.done, saved.role.rawValue)
        case .codesNeeded(let roles):
            try db.execute(sql: "DELETE FROM code_needed WHERE council = ?", arguments: [council.text])
            for role in roles {
                try db.execute(
                    sql: "INSERT INTO code_needed (council, role) VALUES (?, ?)",
                    arguments: [council.text, role.rawValue])
            }
            return (.done, roles.isEmpty ? "nobody" : roles.map(\.rawValue).sorted().joined(separator: ", "))
        default:
            guard let user = try user() else { return (.notFound, "") }
            return try carryOut(change, user)
        }
    }

    private func carryOut(_ change: AccountChange, _ user: User) throws -> Done {
        var user = user
        switch change {
        case .added, .saved, .codesNeeded: return (.notNow, "")
        case .role(let role):
            guard account != author else { return (.ownAccount, "") }
            guard role != user.role else { return (.notNow, "") }
            guard try isNotLastAdministrator(user) else { return (.lastAdministrator, "") }
            let detail = "\(user.role.rawValue) to \(role.rawValue)"
            user.role = role
            try put(user)
            return (.done, detail)
        case .team(let team):
            guard team != user.team else { return (.notNow, "") }
            let detail = "\(user.team ?? "none") to \(team ?? "none")"
            user.team = team
            try put(user)
            return (.done, detail)
        case .deactivated:
            guard account != author else { return (.ownAccount, "") }
            guard user.isActive else { return (.notNow, "") }
            guard try isNotLastAdministrator(user) else { return (.lastAdministrator, "") }
            user.isActive = false
            try put(user)
            try forgetLink()
            _ = try NoticeAddressRows.set(nil, of: account, in: council, db)
            return (.done, "")
        case .reactivated:
            guard !user.isActive else { return (.notNow, "") }
            user.isActive = true
            try put(user)
            return (.done, "")
        case .signedOut: return (.done, "")
        case .unlocked:
            try put(unlocked(user))
            return (.done, "")
        case .codesSetUp(let step, let recovery): return (try confirm(step, recovery), "")
        case .recoveryCodesRenewed(let recovery): return (try renew(recovery), "")
        case .codesRemoved:
            let removed = try count(
                "DELETE FROM second_factor WHERE council = ? AND user = ?", [council.text, account.text])
            return (removed == 1 ? .done : .notNow, "")
        case .passwordLinkMade(let digest, let expires):
            guard user.isActive else { return (.notNow, "") }
            try db.execute(
                sql: "INSERT OR REPLACE INTO password_link (council, user, digest, expires) VALUES (?, ?, ?, ?)",
                arguments: [council.text, account.text, Data(digest), expires.milliseconds])
            return (.done, "")
        case .calendarMade(let digest):
            guard user.isActive else { return (.notNow, "") }
            try db.execute(
                sql: "INSERT OR REPLACE INTO calendar_feed (council, user, digest, made) VALUES (?, ?, ?, ?)",
                arguments: [council.text, account.text, Data(digest), moment.milliseconds])
            return (.done, "")
        case .calendarStopped:
            let stopped = try count(
                "DELETE FROM calendar_feed WHERE council = ? AND user = ?", [council.text, account.text])
            return (stopped == 1 ? .done : .notNow, "")
        // NB: the address itself stays out of a log from which nothing can be taken.
        case .noticeAddress(let address):
            guard user.isActive || address == nil else { return (.notNow, "") }
            return (try NoticeAddressRows.set(address, of: account, in: council, db) ? .done : .notNow, "")
        case .passwordChosenByLink(let digest, let password):
            let taken = try count(
                "DELETE FROM password_link WHERE council = ? AND user = ? AND digest = ? AND expires > ?",
                [council.text, account.text, Data(digest), moment.milliseconds])
            guard taken == 1, user.isActive else { return (.notNow, "") }
            user.password = password
            try put(unlocked(user))
            return (.done, "")
        case .passwordChanged(let password):
            user.password = password
            try put(user)
            // A link made before would undo it.
            try forgetLink()
            return (.done, "")
        }
    }

    private func confirm(_ step: Int64, _ recovery: [[UInt8]]) throws -> AccountChange.Outcome {
        let confirmed = try count(
            """
            UPDATE second_factor SET confirmed = ?, last_step = ?
            WHERE council = ? AND user = ? AND confirmed IS NULL
            """, [moment.milliseconds, step, council.text, account.text])
        guard confirmed == 1 else { return .notNow }
        return try renew(recovery)
    }

    private func renew(_ recovery: [[UInt8]]) throws -> AccountChange.Outcome {
        let confirmed = try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM second_factor WHERE council = ? AND user = ? AND confirmed IS NOT NULL",
            arguments: [council.text, account.text])
        guard confirmed == 1 else { return .notNow }
        try db.execute(
            sql: "DELETE FROM recovery_code WHERE council = ? AND user = ?", arguments: [council.text, account.text])
        for digest in recovery {
            try db.execute(
                sql: "INSERT INTO recovery_code (council, user, digest) VALUES (?, ?, ?)",
                arguments: [council.text, account.text, Data(digest)])
        }
        return .done
    }

    private func user() throws -> User? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM user WHERE council = ? AND id = ?", arguments: [council.text, account.text]
        ).map(UserRow.read)
    }

    private func put(_ user: User) throws { try UserRow.put(user, db) }

    private func unlocked(_ user: User) -> User {
        var user = user
        user.failedAttempts = 0
        user.lockedUntil = nil
        return user
    }

    private func forgetLink() throws {
        try db.execute(
            sql: "DELETE FROM password_link WHERE council = ? AND user = ?", arguments: [council.text, account.text])
    }

    private func isNotLastAdministrator(_ user: User) throws -> Bool {
        guard user.role == .administrator, user.isActive else { return true }
        let others = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM user WHERE council = ? AND role = ? AND active = 1 AND id <> ?",
            arguments: [council.text, Role.administrator.rawValue, account.text])
        return (others ?? 0) > 0
    }

    private func count(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try db.execute(sql: sql, arguments: arguments)
        return db.changesCount
    }
}

/// The lines of the log of accounts. Each hash is over the line's columns and the hash before it.
enum AccountChangeRows {
    static func insert(_ change: LoggedAccountChange, _ council: CouncilCode, _ db: Database) throws {
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
