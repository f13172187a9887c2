import GRDB

/// Those who wait to write are written together: what gathers while one transaction is put on disk shares the next.
///
/// Each piece of work is all or nothing by itself, in a savepoint of its own: one that fails takes nothing back of the
/// others. Nobody is answered before the transaction they were part of is on disk.
package actor CommitLine {
    /// The most that share a transaction: whoever comes first in it waits for the work of all.
    private static let together = 32

    /// Does the work, and gives back how its waiter is told once it is on disk.
    private typealias Waiting = @Sendable (Database) throws -> Answer
    private typealias Answer = @Sendable () -> Void
    private typealias Refusal = @Sendable (any Error) -> Void

    private let pool: DatabasePool
    private let begun: @Sendable (Database) throws -> Void
    private let takenBack: @Sendable () -> Void
    private var waiting: [(work: Waiting, refuse: Refusal)] = []
    private var isWriting = false

    /// - Parameters:
    ///   - begun: Done first in every transaction.
    ///   - takenBack: Done as soon as somebody's work is taken back, before anybody else's begins: what was worked out from
    ///     it must not be believed by whoever is next.
    package init(
        _ pool: DatabasePool, begun: @escaping @Sendable (Database) throws -> Void,
        takenBack: @escaping @Sendable () -> Void
    ) {
        self.pool = pool
        self.begun = begun
        self.takenBack = takenBack
    }

    /// Returns when what was written is on disk.
    package func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { (waiter: CheckedContinuation<Value, any Error>) in
            waiting.append(
                (
                    work: { db in
                        let value = try work(db)
                        return { waiter.resume(returning: value) }
                    }, refuse: { waiter.resume(throwing: $0) }
                ))
            if !isWriting {
                isWriting = true
                Task { await writeGroups() }
            }
        }
    }

    private func writeGroups() async {
        while !waiting.isEmpty {
            let group = Array(waiting.prefix(Self.together))
            waiting.removeFirst(group.count)
            do {
                let answers = try await pool.write { [begun, takenBack] db in
                    try begun(db)
                    // Alone it needs no savepoint: the transaction is its own.
                    if group.count == 1 { return [try group[0].work(db)] }
                    return try group.map { try Self.apart($0.work, refuse: $0.refuse, takenBack, db) }
                }
                for answer in answers { answer() }
            } catch {
                takenBack()
                for member in group { member.refuse(error) }
            }
        }
        isWriting = false
    }

    /// What failed is taken back to where it began. Throws where the database has given up the whole transaction: then
    /// nobody's work is kept.
    private static func apart(
        _ work: Waiting, refuse: @escaping Refusal, _ takenBack: () -> Void, _ db: Database
    ) throws -> Answer {
        var answer: Answer = {}
        do {
            try db.inSavepoint {
                answer = try work(db)
                return .commit
            }
            return answer
        } catch {
            guard db.isInsideTransaction else { throw error }
            takenBack()
            return { refuse(error) }
        }
    }
}
