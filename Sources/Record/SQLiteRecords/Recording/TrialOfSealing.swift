import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func wouldEnd(
        by entries: [NewEntry], access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [WouldEnd] {
        try requireSealing(access)
        return try await write { db in try self.tryOut(entries, in: access.council, at: moment, db) }
    }

    package func appendUnlessItEnds(
        _ entries: [NewEntry], access: Access, at moment: Moment
    ) async throws(StoreFailure) -> Sealed {
        try requireSealing(access)
        let council = access.council
        return try await write { db in
            let ends = try self.tryOut(entries, in: council, at: moment, db)
            guard ends.isEmpty else { return .wouldEnd(ends) }
            return .appended(try self.append(entries, in: council, at: moment, db))
        }
    }

    private func requireSealing(_ access: Access) throws(StoreFailure) {
        guard let child = access.child else { throw .accessMismatch }
        try require(access, [.decide], child: child)
    }

    /// Recorded and taken back in one go: what would be derived is derived by the code that derives it.
    private func tryOut(
        _ entries: [NewEntry], in council: CouncilCode, at moment: Moment, _ db: Database
    ) throws -> [WouldEnd] {
        let today = moment.londonDay
        var ended: [WouldEnd] = []
        // What was worked out from rows that were rolled back must not be believed.
        defer { sources.forgetAll() }
        try db.inSavepoint {
            var touched: [SubjectID] = []
            for entry in entries where entry.subject.kind == .child && !touched.contains(entry.subject.id) {
                touched.append(entry.subject.id)
            }
            let others = try touched.flatMap { try KeyRows.readers(of: .child($0), limit: Int.max, in: council, db) }
            touched += Set(others).subtracting(touched).sorted()
            let before = try touched.map { try ConcernRows.of($0, in: council, db).map(\.concern) }
            guard case .recorded = try self.append(entries, in: council, at: moment, db) else { return .rollback }
            if others.count > Self.atOnce {
                try self.record(council, on: today, db) { try $0.derive(others.map { ToDerive($0) }) }
            }
            for (child, before) in zip(touched, before) {
                let after = try ConcernRows.of(child, in: council, db).map(\.concern)
                if let found = WouldEnd(child, before: before, after: after, on: today) { ended.append(found) }
            }
            return .rollback
        }
        return ended
    }
}
