import AccessRules
import GRDB
import RecordKeeping
import Synchronization
import WorkingDays

extension SQLiteStore {
    /// One transaction of recording on a council's chain, with its list brought to `day`.
    func recording<Value: Sendable>(
        _ council: CouncilCode, on day: Day, _ work: @escaping @Sendable (Recording) throws -> Value
    ) async throws(StoreFailure) -> Value {
        try await write { db in try self.record(council, on: day, db, work) }
    }

    func record<Value>(
        _ council: CouncilCode, on day: Day, _ db: Database, _ work: (Recording) throws -> Value
    ) throws -> Value {
        let recording = try Recording(
            db, council, on: day, sources: sources, salts: salts.withLock { $0 })
        let value = try work(recording)
        let salts = try recording.finish()
        self.salts.withLock { $0 = salts }
        return value
    }
}
