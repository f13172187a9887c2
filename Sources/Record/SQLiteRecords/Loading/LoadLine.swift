import GRDB
import RecordKeeping
import Synchronization

/// The parts of a file on their way into the store: while one is written the next is made ready, and no more than that.
actor LoadLine {
    let plan: LoadPlan
    private var last: Task<Void, any Error>?

    init(_ plan: LoadPlan) {
        self.plan = plan
    }

    /// Puts a part behind the one being written, and returns when that one is.
    func add(_ write: @escaping @Sendable () async throws -> Void) async throws {
        let before = last
        last = Task {
            try await before?.value
            try await write()
        }
        try await before?.value
    }

    /// Returns when every part is written; throws what any of them failed with.
    func wait() async throws { try await last?.value }
}

extension SQLiteStore {
    /// The line of a load that is being read.
    func line(of load: LoadID) async throws -> LoadLine {
        if let line = lines.withLock({ $0[load] }) { return line }
        let begun = try await read { try LoadRows.load(load, $0) }
        guard begun.state == .reading else { throw StoreFailure.stopped }
        let line = LoadLine(begun.plan)
        return lines.withLock { lines in
            let kept = lines[load] ?? line
            lines[load] = kept
            return kept
        }
    }

    /// Waits for the parts under way; nothing more can be taken in.
    func closeLine(of load: LoadID) async throws(StoreFailure) {
        guard let line = lines.withLock({ $0.removeValue(forKey: load) }) else { return }
        do {
            try await line.wait()
        } catch {
            throw StoreFailure(error)
        }
    }
}
