import AccessRules
import GRDB
import RecordKeeping

/// What is done only when a second person says so: whatever gives an account leave to open children's records, and whatever
/// lets somebody choose how such an account is signed in to.
extension AccountWork {
    func waiting(_ what: WaitingChange.What) throws -> WaitingChange? {
        try AccountWaitingRows.of(account, in: council, db).first { $0.what == what }
    }

    /// A role that takes leave away is theirs at once; one that gives more waits, and until then they keep what they have.
    func give(_ role: Role, to user: User, _ detail: String) throws -> Done {
        var user = user
        if try waiting(.added) != nil {
            user.role = role
            user.isActive = !role.opensChildren
            try put(user)
            try AccountWaitingRows.forget(.added, of: account, in: council, db)
            return role.opensChildren ? .waits(.added, role, detail) : Done(.done, detail)
        }
        if role.givesMore(than: user.role) { return .waits(.role, role, detail) }
        user.role = role
        try put(user)
        try AccountWaitingRows.forget(.role, of: account, in: council, db)
        return Done(.done, detail)
    }

    func confirm(_ number: Int64, _ user: User) throws -> Done {
        guard let asked = try AccountWaitingRows.of(account, in: council, db).first(where: { $0.number == number })
        else { return Done(.notNow) }
        guard author != asked.by, author != account, let second = try person(author), second.isActive,
            second.role.mayDo.contains(.confirmAccounts)
        else { return Done(.notYours) }
        var user = user
        switch asked.what {
        case .added, .reactivated:
            // NB: what is confirmed is what was asked, whatever the account has become meanwhile.
            guard !user.isActive, asked.role == user.role else { return Done(.notNow) }
            user.isActive = true
            try put(user)
        case .role:
            guard let role = asked.role else { return Done(.notNow) }
            guard try isNotLastAdministrator(user) else { return Done(.lastAdministrator) }
            user.role = role
            try put(user)
            try UserRow.endSessions(of: account, in: council, db)
        case .codesRemoved:
            try removeCodes()
            try UserRow.endSessions(of: account, in: council, keepingLink: true, db)
        case .passwordLink:
            try db.execute(
                sql: "UPDATE password_link SET waits = 0 WHERE council = ? AND user = ?",
                arguments: [council.text, account.text])
        }
        try AccountWaitingRows.forget(asked.what, of: account, in: council, db)
        return Done(.done, detail(asked))
    }

    /// By the second person, or by whoever looks after accounts and takes it back.
    func turnDown(_ number: Int64) throws -> Done {
        guard let asked = try AccountWaitingRows.of(account, in: council, db).first(where: { $0.number == number })
        else { return Done(.notNow) }
        guard let person = try person(author), person.isActive,
            !person.role.mayDo.isDisjoint(with: [.confirmAccounts, .administer])
        else { return Done(.notYours) }
        if asked.what == .passwordLink || asked.what == .added || asked.what == .reactivated {
            try db.execute(
                sql: "DELETE FROM password_link WHERE council = ? AND user = ?",
                arguments: [council.text, account.text])
        }
        try AccountWaitingRows.forget(asked.what, of: account, in: council, db)
        return Done(.done, detail(asked))
    }

    func hasCodes() throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT 1 FROM second_factor WHERE council = ? AND user = ? AND confirmed IS NOT NULL",
            arguments: [council.text, account.text]) != nil
    }

    func removeCodes() throws {
        try db.execute(
            sql: "DELETE FROM second_factor WHERE council = ? AND user = ?", arguments: [council.text, account.text])
        try AccountWaitingRows.forget(.codesRemoved, of: account, in: council, db)
    }

    private func detail(_ asked: WaitingChange) -> String {
        asked.role.map { "\(asked.what.rawValue): \($0.rawValue)" } ?? asked.what.rawValue
    }
}
