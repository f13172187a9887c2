import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

/// Who may open restricted children.
enum RestrictionRows {
    static func isRestricted(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> Bool {
        try !restricted(child, in: council, db).isEmpty
    }

    /// The record and those that are one with it, where they are restricted: what is closed on one is closed on all.
    private static func restricted(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> [SubjectID] {
        let select = try PreparedStatement(
            db,
            """
            SELECT child FROM restricted_child WHERE council = ?1 AND (child = ?2 OR child IN (
                SELECT child FROM merged_child WHERE council = ?1 AND kept = ?2))
            """)
        select.bind(1, council.text)
        select.bind(2, try MergedRows.kept(orItself: child, in: council, db).text)
        return try select.all { SubjectID($0.text(0)) }
    }

    /// Those named, on each record that is restricted. Whoever broke the glass is not among them.
    private static func named(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> Set<UserID> {
        let select = try PreparedStatement(db, "SELECT user FROM need_to_know WHERE council = ? AND child = ?")
        var named: Set<UserID>?
        for record in try restricted(child, in: council, db) {
            select.bind(1, council.text)
            select.bind(2, record.text)
            let here = Set(try select.all { UserID($0.text(0)) })
            named = named.map { $0.intersection(here) } ?? here
        }
        return named ?? []
    }

    /// Whether somebody must not be shown who a child is.
    static func hides(_ child: SubjectID, from user: UserID, in council: CouncilCode, _ db: Database) throws -> Bool {
        guard try isRestricted(child, in: council, db) else { return false }
        return try !named(child, in: council, db).contains(user)
    }

    /// Everybody somebody must not be shown.
    static func hidden(from user: UserID, in council: CouncilCode, _ db: Database) throws -> Set<SubjectID> {
        let select = try PreparedStatement(
            db,
            """
            SELECT child FROM restricted_child WHERE council = ?1 AND child NOT IN (
                SELECT child FROM need_to_know WHERE council = ?1 AND user = ?2)
            """)
        select.bind(1, council.text)
        select.bind(2, user.text)
        let apart = Set(try select.all { SubjectID($0.text(0)) })
        let merged = try MergedRows.all(in: council, db)
        guard !merged.isEmpty else { return apart }
        let kept = Set(apart.map { merged[$0] ?? $0 })
        return apart.union(kept).union(merged.filter { kept.contains($0.value) }.keys)
    }

    static func restriction(
        of child: SubjectID, in council: CouncilCode, at moment: Moment, _ db: Database
    ) throws -> Restriction {
        guard try isRestricted(child, in: council, db) else { return .none }
        let opened = try GlassRows.open(of: child, in: council, at: moment, db)
        let isOrphaned = try !hasNamed([.manager], on: child, in: council, db)
        return .restricted(
            to: try named(child, in: council, db),
            opened: Dictionary(
                opened.map { ($0.by, .brokeGlass(because: $0.why)) }, uniquingKeysWith: { first, _ in first }),
            isOrphaned: isOrphaned)
    }

    /// Whether anybody active with one of these roles, other than `user`, is named.
    static func hasNamed(
        _ roles: [Role], on child: SubjectID, in council: CouncilCode, besides user: UserID? = nil, _ db: Database
    ) throws -> Bool {
        let named = try named(child, in: council, db)
        let select = try PreparedStatement(
            db, "SELECT id, role FROM user WHERE council = ? AND active = 1 AND id IS NOT ?")
        select.bind(1, council.text)
        select.bind(2, user?.text)
        return try select.all { (UserID($0.text(0)), Role(rawValue: $0.text(1))) }.contains { id, role in
            named.contains(id) && (role.map(roles.contains) ?? false)
        }
    }

    static func set(
        _ users: Set<UserID>?, on child: SubjectID, by user: UserID, at moment: Moment, in council: CouncilCode,
        _ db: Database
    ) throws {
        let key: StatementArguments = [council.text, child.text]
        guard let users else {
            return try db.execute(sql: "DELETE FROM restricted_child WHERE council = ? AND child = ?", arguments: key)
        }
        // Since when it is restricted stays, whoever else is named later.
        try db.execute(
            sql: "INSERT OR IGNORE INTO restricted_child (council, child, by, at) VALUES (?, ?, ?, ?)",
            arguments: [council.text, child.text, user.text, moment.milliseconds])
        try db.execute(sql: "DELETE FROM need_to_know WHERE council = ? AND child = ?", arguments: key)
        for user in users {
            try db.execute(
                sql: "INSERT INTO need_to_know (council, child, user) VALUES (?, ?, ?)",
                arguments: [council.text, child.text, user.text])
        }
    }
}
