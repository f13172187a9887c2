import AccessRules
import Diagnostics
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func beginLoad(_ plan: LoadPlan, access: Access) async throws(StoreFailure) -> LoadID {
        try require(access, [.importFiles])
        let council = access.council
        return try await write { db in
            let id = try LoadRows.insert(plan, in: council, db)
            try db.execute(
                sql: """
                    UPDATE load SET state = 'failed', failure = coalesce(failure, 'interrupted'), rolled_forward_by = ?,
                        finished = coalesce(finished, ?)
                    WHERE council = ? AND source = ? AND number < ? AND rolled_forward_by IS NULL
                        AND (state = 'reading' OR (state = 'failed' AND failure = 'interrupted'))
                    """,
                arguments: [
                    id.number, plan.startedAt.milliseconds, council.text, plan.source.text, id.number,
                ])
            self.sources.forgetAll()
            return id
        }
    }

    package func fail(
        _ load: LoadID, because failure: LoadFailure, at moment: Moment
    ) async throws(StoreFailure) {
        // What went wrong with a part is why the load fails, and no reason for failing to say so.
        _ = try? await closeLine(of: load)
        try await write { db in
            try LoadRows.setState(load, .failed, finishedAt: moment, failure: failure, db)
            try LoadWork.delete(load, db)
            self.sources.forgetAll()
        }
    }

    package func keep(
        _ diagnostics: [Diagnostic], unreadable: [UnreadableRow], in load: LoadID
    ) async throws(StoreFailure) {
        guard !diagnostics.isEmpty || !unreadable.isEmpty else { return }
        try await write { db in
            try DiagnosticRows.add(diagnostics, to: load, db)
            try DiagnosticRows.add(unreadable, to: load, db)
            var counts = LoadCounts()
            counts.unreadable = unreadable.count
            try LoadRows.add(counts, to: load, db)
        }
    }
}
