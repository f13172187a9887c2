import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func open(
        _ child: SubjectID, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> OpenedChild {
        try require(access, [.openChild, .recordConference], child: child)
        let generation = try freshGeneration()
        let council = access.council
        let opened: OpenedChild = try readHere { db in
            guard let row = try ChildRows.row(child, in: council, db) else { throw StoreFailure.notFound }
            let source = SourceName(row.source)
            let state = try self.sources.state(of: source, in: council, db, seenAt: generation)
            let history = try FamilyRows.history(of: .child(child), in: council, db)
            let surroundings = try FamilyRows.surroundings(of: child, history, in: council, db)
            return OpenedChild(
                child: child, history: history, summary: row.summary,
                concerns: try ConcernRows.of(child, in: council, db).map(\.concern),
                notChecked: try PackedText.notChecked(row.notChecked), source: source,
                setting: state.evaluation.setting,
                isRestricted: try RestrictionRows.isRestricted(child, in: council, db),
                withholding: source == .record ? Self.withholding(history, surroundings) : Withholding(),
                surroundings: surroundings)
        }
        try await log(Look(access, at: moment))
        return opened
    }

    /// What is withheld for a brother or a sister is withheld here too, and so is where whoever lives with the child lives:
    /// they are behind the same door.
    static func withholding(_ history: History, _ surroundings: Surroundings) -> Withholding {
        let journey = history.journey()
        var withholding = journey.withholding
        if withholding.hides(.address) {
            let atHome = journey.relationships.filter { $0.isAdult == true && $0.livesWith == true }.map(\.other)
            for adult in surroundings.adults where atHome.contains(adult.id) {
                for address in adult.history.journey().addresses where address.until == nil {
                    for words in [address.text, address.postcode].compactMap(\.self) {
                        withholding.look(for: .address, saying: words)
                    }
                }
            }
        }
        for beside in surroundings.children.map({ $0.history.journey().withholding }) where !beside.isEmpty {
            withholding.alsoHide(beside)
        }
        return withholding
    }

    package func restriction(
        of child: SubjectID, in council: CouncilCode
    ) async throws(StoreFailure) -> Restriction? {
        try readHere { db in
            guard try ChildRows.evaluatedUnder(child, in: council, db) != nil else { return nil }
            return try RestrictionRows.restriction(of: child, in: council, db)
        }
    }

    package func restrict(
        _ child: SubjectID, to users: Set<UserID>?, access: Access, at moment: Moment
    ) async throws(StoreFailure) {
        try require(access, [.restrictChild], child: child)
        let council = access.council
        try await write { db in
            try RestrictionRows.set(users, on: child, by: access.who.user, at: moment, in: council, db)
        }
        try await log(Look(access, at: moment, query: users == nil ? "lifted" : "restricted"))
    }
}

/// Who may open restricted children.
enum RestrictionRows {
    static func isRestricted(_ child: SubjectID, in council: CouncilCode, _ db: Database) throws -> Bool {
        let select = try PreparedStatement(db, "SELECT 1 FROM restricted_child WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return try select.first { _ in true } ?? false
    }

    static func restriction(of child: SubjectID, in council: CouncilCode, _ db: Database) throws -> Restriction {
        guard try isRestricted(child, in: council, db) else { return .none }
        let select = try PreparedStatement(db, "SELECT user FROM need_to_know WHERE council = ? AND child = ?")
        select.bind(1, council.text)
        select.bind(2, child.text)
        return .restricted(to: Set(try select.all { UserID($0.text(0)) }))
    }

    /// Whether somebody must not be shown who a child is.
    static func hides(_ child: SubjectID, from user: UserID, in council: CouncilCode, _ db: Database) throws -> Bool {
        try !restriction(of: child, in: council, db).admits(user)
    }

    static func set(
        _ users: Set<UserID>?, on child: SubjectID, by user: UserID, at moment: Moment, in council: CouncilCode,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM restricted_child WHERE council = ? AND child = ?", arguments: [council.text, child.text])
        guard let users else { return }
        try db.execute(
            sql: "INSERT INTO restricted_child (council, child, by, at) VALUES (?, ?, ?, ?)",
            arguments: [council.text, child.text, user.text, moment.milliseconds])
        for user in users {
            try db.execute(
                sql: "INSERT INTO need_to_know (council, child, user) VALUES (?, ?, ?)",
                arguments: [council.text, child.text, user.text])
        }
    }
}
