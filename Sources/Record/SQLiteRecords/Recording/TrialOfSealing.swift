import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func wouldEnd(
        by entries: [NewEntry], access: Access, at moment: Moment
    ) async throws(StoreFailure) -> [WouldEnd] {
        guard let child = access.child else { throw .accessMismatch }
        try require(access, [.decide], child: child)
        let (council, today) = (access.council, moment.londonDay)
        let ended = try await write { db in
            var ended: [WouldEnd] = []
            // Recorded and taken back in one go: what would be derived is derived by the code that derives it.
            try db.inSavepoint {
                let others = try KeyRows.readers(of: .child(child), limit: Int.max, in: council, db)
                let touched = [child] + others.filter { $0 != child }
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
        // What was worked out from rows that were rolled back must not be believed.
        sources.forgetAll()
        return ended
    }
}
