import AccessRules
import RecordKeeping

extension RecordStore {
    /// Whether a council's record is kept here, and not loaded from another system. A council is one or the other.
    package func isKeptHere(_ council: CouncilCode) async throws(StoreFailure) -> Bool {
        guard try await lastCompleteLoad(of: council) == nil else { return false }
        return try await setting(of: council)?.source == .record
    }
}
