import WorkingDays

/// Whether the records can be read and written, looked at again only so often: a stranger who asks many times makes no work.
package actor RecordHealth {
    /// Between one look and the next.
    package static let seconds = 10

    private let now: @Sendable () -> Moment
    private let look: @Sendable () async -> Bool
    private var known: (isWell: Bool, at: Moment)?
    private var looking: Task<Bool, Never>?

    package init(now: @escaping @Sendable () -> Moment, look: @escaping @Sendable () async -> Bool) {
        self.now = now
        self.look = look
    }

    package func isWell() async -> Bool {
        let moment = now()
        if let known, moment < known.at.adding(seconds: Self.seconds) { return known.isWell }
        // Whoever asks while it is being looked at hears the same.
        if let looking { return await looking.value }
        let task = Task { [look] in await look() }
        looking = task
        let isWell = await task.value
        looking = nil
        known = (isWell, moment)
        return isWell
    }
}
