import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func relatives(
        _ children: [SubjectID], access: Access
    ) async throws(StoreFailure) -> [SubjectID: ChildSummary?] {
        guard access.verb == .openChild else { throw .accessMismatch }
        let (council, user) = (access.council, access.who.user)
        return try readHere { db in
            var known: [SubjectID: ChildSummary?] = [:]
            for child in children {
                guard try ChildRows.evaluatedUnder(child, in: council, db) != nil else { continue }
                let isHidden = try RestrictionRows.hides(child, from: user, in: council, db)
                known[child] = .some(isHidden ? nil : try ChildRows.summary(child, in: council, db))
            }
            return known
        }
    }

    package func held(
        by worker: String, on day: Day, access: Access, at moment: Moment?
    ) async throws(StoreFailure) -> [ListedChild?] {
        try require(access, [.seeToday, .drillDown])
        let council = access.council
        let held: [ListedChild?] = try await remembered(.held(worker, day, council, access.who.user)) { db in
            try HeldChildren.ids(by: worker, on: day, in: council, db).map { child -> ListedChild? in
                let summary = try ChildRows.summary(child, in: council, db)
                if try RestrictionRows.hides(child, from: access.who.user, in: council, db) { return nil }
                return ListedChild(child: child, summary: summary, standing: nil, concerns: [])
            }.sorted { ($0?.summary.name ?? "", $0?.child.text ?? "") < ($1?.summary.name ?? "", $1?.child.text ?? "") }
        }
        if let moment {
            try await log(Look(access, at: moment, query: "held by \(worker)", shown: held.compactMap { $0?.child }))
        }
        return held
    }

    package func heldByWorker(on day: Day, access: Access) async throws(StoreFailure) -> [String: Int] {
        try require(access, [.seeToday, .drillDown])
        let council = access.council
        return try await remembered(.heldByWorker(day, council)) { try HeldChildren.counts(on: day, in: council, $0) }
    }

    package func listed(
        _ children: [SubjectID], as query: String, access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [ListedChild?] {
        try require(access, [.seeToday, .drillDown])
        guard !children.isEmpty else { return [] }
        let (council, user) = (access.council, access.who.user)
        let listed: [ListedChild?] = try readHere { db in
            try children.map { child in
                let child = try MergedRows.kept(orItself: child, in: council, db)
                guard try ChildRows.evaluatedUnder(child, in: council, db) != nil,
                    try !RestrictionRows.hides(child, from: user, in: council, db)
                else { return nil }
                return ListedChild(
                    child: child, summary: try ChildRows.summary(child, in: council, db), standing: nil, concerns: [])
            }
        }
        try await log(Look(access, at: moment, query: query, shown: listed.compactMap { $0?.child }))
        return listed
    }
}

/// Whom somebody leads for.
enum HeldChildren {
    /// How many each worker leads for, in one reading of all children.
    static func counts(on day: Day, in council: CouncilCode, _ db: Database) throws -> [String: Int] {
        let select = try PreparedStatement(
            db, "SELECT statuses, holders FROM child WHERE council = ? AND source = ? AND holders <> ''")
        select.bind(1, council.text)
        select.bind(2, SourceName.record.text)
        let leads = try select.all { row -> String? in
            let summary = ChildSummary(
                statuses: try PackedText.statuses(row.text(0)), holders: try PackedText.holders(row.text(1)))
            return summary.isOpen(on: day) ? summary.holder(on: day)?.worker : nil
        }
        return leads.compactMap(\.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    static func ids(
        by worker: String, on day: Day, in council: CouncilCode, _ db: Database
    ) throws -> [SubjectID] {
        let subject = Subject(.worker, SubjectID(source: SourceName.record.text, local: worker))
        // Whoever ever held a child was read in working the child out.
        return try KeyRows.readers(of: subject, limit: .max, in: council, db).filter { child in
            let summary = try ChildRows.holding(child, in: council, db)
            return summary.holder(on: day)?.worker == worker && summary.isOpen(on: day)
        }
    }
}
