import AccessRules
import RecordKeeping
import WorkingDays

/// Works out again, a few children at a time, whoever's concerns were found under other rules, limits, cover or workers
/// than those of now: after a new release of the program, a changed limit, or a worker many children are held by.
package struct BringUpToDate: Sendable {
    /// Children in one transaction: other writers wait no longer than it takes.
    private static let atOnce = 100

    private let store: any RecordStore
    private let council: CouncilCode
    private let now: @Sendable () -> Moment

    package init(store: any RecordStore, council: CouncilCode, now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.council = council
        self.now = now
    }

    /// Goes on until nobody is left, or the task is cancelled. True where anybody was worked out again.
    @discardableResult
    package func callAsFunction() async throws(StoreFailure) -> Bool {
        guard let waiting = try await store.recalculation(of: council), waiting.left > 0 else { return false }
        // NB: a load works out whoever it changes by itself, and may be waiting for its next batch.
        var isWorked = false
        while !Task.isCancelled, try await store.loadInProgress(of: council) == nil {
            isWorked = true
            let left = try await store.recalculate(council, on: now().londonDay, limit: Self.atOnce).left
            if left == 0 { break }
        }
        return isWorked
    }
}
