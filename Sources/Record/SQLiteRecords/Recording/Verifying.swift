import AccessRules
import GRDB
import RecordKeeping
import WorkingDays

extension SQLiteStore {
    package func verify(
        _ council: CouncilCode, expecting head: ChainHead?
    ) async throws(StoreFailure) -> ChainReport {
        try await read { db in
            var verifier = ChainVerifier(expecting: head)
            try EntryRows.all(in: council, db) { verifier.check($0) }
            return verifier.report()
        }
    }

    package func setLimit(
        _ id: String, to number: Int?, in council: CouncilCode
    ) async throws(StoreFailure) {
        try await write { db in
            try SourceRows.set(id, to: number, in: council, db)
            self.sources.forgetAll()
        }
    }
}
