import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

/// One change of one account, inside its transaction.
struct AccountWork {
    /// What came of it; and what of it waits for a second person.
    struct Done {
        let outcome: AccountChange.Outcome
        let detail: String
        var waits: (what: WaitingChange.What, role: Role?)?

        init(_ outcome: AccountChange.Outcome, _ detail: String = "") {
            self.outcome = outcome
            self.detail = detail
        }

        static func waits(_ what: WaitingChange.What, _ role: Role? = nil, _ detail: String = "") -> Done {
            var done = Done(.waits, detail)
            done.waits = (what, role)
            return done
        }
    }

    let db: Database
    let council: CouncilCode
    let account: UserID
    let author: UserID
    let moment: Moment

    func carryOut(_ change: AccountChange) throws -> Done {
        switch change {
        case .added(let name, let role, let team):
            guard try user() == nil else { return Done(.alreadyThere) }
            // NB: not active until it is confirmed, so it opens to nobody, by whatever way.
            try put(
                User(
                    council: council, id: account, name: name, role: role, team: team, isActive: !role.opensChildren))
            let detail = team.map { "\(role.rawValue), team \($0)" } ?? role.rawValue
            return role.opensChildren ? .waits(.added, role, detail) : Done(.done, detail)
        case .saved(let saved):
            if let before = try user(), saved.role != .administrator || !saved.isActive,
                try !isNotLastAdministrator(before)
            {
                return Done(.lastAdministrator)
            }
            try put(saved)
            try AccountWaitingRows.forget(of: account, in: council, db)
            return Done(.done, saved.role.rawValue)
        case .codesNeeded(let roles):
            try db.execute(sql: "DELETE FROM code_needed WHERE council = ?", arguments: [council.text])
            for role in roles {
                try db.execute(
                    sql: "INSERT INTO code_needed (council, role) VALUES (?, ?)",
                    arguments: [council.text, role.rawValue])
            }
            return Done(.done, roles.isEmpty ? "nobody" : roles.map(\.rawValue).sorted().joined(separator: ", "))
        default:
            guard let user = try user() else { return Done(.notFound) }
            return try carryOut(change, user)
        }
    }

    private func carryOut(_ change: AccountChange, _ user: User) throws -> Done {
        var user = user
        switch change {
        case .added, .saved, .codesNeeded: return Done(.notNow)
        case .role(let role):
            guard account != author else { return Done(.ownAccount) }
            guard role != user.role else { return Done(.notNow) }
            guard try isNotLastAdministrator(user) else { return Done(.lastAdministrator) }
            let detail = "\(user.role.rawValue) to \(role.rawValue)"
            return try give(role, to: user, detail)
        case .team(let team):
            guard team != user.team else { return Done(.notNow) }
            let detail = "\(user.team ?? "none") to \(team ?? "none")"
            user.team = team
            try put(user)
            return Done(.done, detail)
        case .deactivated:
            guard account != author else { return Done(.ownAccount) }
            guard user.isActive else { return Done(.notNow) }
            guard try isNotLastAdministrator(user) else { return Done(.lastAdministrator) }
            user.isActive = false
            try put(user)
            _ = try NoticeAddressRows.set(nil, of: account, in: council, db)
            try AccountWaitingRows.forget(of: account, in: council, db)
            return Done(.done)
        case .reactivated:
            guard !user.isActive, try waiting(.added) == nil else { return Done(.notNow) }
            if user.role.opensChildren { return .waits(.reactivated, user.role, user.role.rawValue) }
            user.isActive = true
            try put(user)
            return Done(.done)
        case .signedOut: return Done(.done)
        case .unlocked:
            try put(unlocked(user))
            return Done(.done)
        case .codesSetUp(let sealed, let step, let recovery): return Done(try confirm(sealed, step, recovery))
        case .recoveryCodesRenewed(let recovery): return Done(try renew(recovery))
        case .codesRemoved:
            guard try hasCodes() else { return Done(.notNow) }
            // Their owner took them away with a code.
            if account != author, user.role.opensChildren { return .waits(.codesRemoved) }
            try removeCodes()
            return Done(.done)
        case .codesRemovedOnMachine:
            guard try hasCodes() else { return Done(.notNow) }
            try removeCodes()
            return Done(.done)
        case .passwordLinkMade(let digest, let expires):
            // Of an account that waits to be confirmed it opens nothing before that.
            guard try user.isActive || waiting(.added) != nil || waiting(.reactivated) != nil else {
                return Done(.notNow)
            }
            let waits = user.isActive && user.role.opensChildren
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO password_link (council, user, digest, expires, waits) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [council.text, account.text, Data(digest), expires.milliseconds, waits])
            return waits ? .waits(.passwordLink) : Done(.done)
        case .confirmed(let number): return try confirm(number, user)
        case .turnedDown(let number): return try turnDown(number)
        case .calendarMade(let digest):
            guard user.isActive else { return Done(.notNow) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO calendar_feed (council, user, digest, made) VALUES (?, ?, ?, ?)",
                arguments: [council.text, account.text, Data(digest), moment.milliseconds])
            return Done(.done)
        case .calendarStopped:
            let stopped = try count(
                "DELETE FROM calendar_feed WHERE council = ? AND user = ?", [council.text, account.text])
            return Done(stopped == 1 ? .done : .notNow)
        // NB: the address itself stays out of a log from which nothing can be taken.
        case .noticeAddress(let address):
            guard user.isActive || address == nil else { return Done(.notNow) }
            return Done(try NoticeAddressRows.set(address, of: account, in: council, db) ? .done : .notNow)
        case .passwordChosenByLink(let digest, let password):
            let taken = try count(
                "DELETE FROM password_link WHERE council = ? AND user = ? AND digest = ? AND expires > ? AND waits = 0",
                [council.text, account.text, Data(digest), moment.milliseconds])
            guard taken == 1, user.isActive else { return Done(.notNow) }
            user.password = password
            try put(unlocked(user))
            return Done(.done)
        case .passwordChanged(let password, let generation):
            guard user.generation == generation else { return Done(.notNow) }
            user.password = password
            try put(user)
            return Done(.done)
        }
    }

    private func confirm(_ sealed: [UInt8], _ step: Int64, _ recovery: [[UInt8]]) throws -> AccountChange.Outcome {
        let confirmed = try count(
            """
            UPDATE second_factor SET confirmed = ?, last_step = ?
            WHERE council = ? AND user = ? AND sealed = ? AND confirmed IS NULL
            """, [moment.milliseconds, step, council.text, account.text, Data(sealed)])
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

    func user() throws -> User? { try person(account) }

    func person(_ id: UserID) throws -> User? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM user WHERE council = ? AND id = ?", arguments: [council.text, id.text]
        ).map(UserRow.read)
    }

    func put(_ user: User) throws { try UserRow.put(user, db) }

    private func unlocked(_ user: User) -> User {
        var user = user
        user.failedAttempts = 0
        user.lockedUntil = nil
        return user
    }

    func isNotLastAdministrator(_ user: User) throws -> Bool {
        guard user.role == .administrator, user.isActive else { return true }
        let others = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM user WHERE council = ? AND role = ? AND active = 1 AND id <> ?",
            arguments: [council.text, Role.administrator.rawValue, account.text])
        return (others ?? 0) > 0
    }

    func count(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try db.execute(sql: sql, arguments: arguments)
        return db.changesCount
    }
}
