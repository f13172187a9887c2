import AccessRules
import Concerns
import GRDB
import RecordKeeping

extension SQLiteStore {
    package func setting(
        of council: CouncilCode
    ) async throws(StoreFailure) -> (source: SourceName, setting: Setting)? {
        let generation = try freshGeneration()
        return try await remembered(.setting(council)) { db in
            // The source loaded last; a record kept here has no loads.
            let last = try Row.fetchOne(
                db,
                sql: "SELECT source FROM load WHERE council = ? AND state <> 'failed' ORDER BY number DESC LIMIT 1",
                arguments: [council.text])
            let loaded: SourceName? = last.map { SourceName($0[0] as String) }
            let known = try loaded ?? SourceRows.all(in: council, db).first
            guard let source = try known ?? SourceRows.keptHere(in: council, db) else { return nil }
            let state = try self.sources.state(of: source, in: council, db, seenAt: generation)
            return (source, state.evaluation.setting)
        }
    }
}
