import AccessRules
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

/// The access log: a store of its own, append-only and chained, written in groups. Whoever logs waits until the group
/// is on disk; while one is written the next gathers.
actor AccessLog {
    private let pool: DatabasePool
    private var waiting: [(look: Look, waiter: CheckedContinuation<StoreFailure?, Never>)] = []
    private var isWriting = false
    private var recent = RecentLooks()

    init(path: String) throws {
        pool = try DatabasePool(path: path, configuration: SQLiteStore.configuration)
        try SQLiteStore.migrate(pool, by: AccessLogMigrations.all)
    }

    nonisolated func close() throws { try pool.close() }

    /// Returns when the line is durable.
    func append(_ look: Look) async throws(StoreFailure) {
        let failure = await withCheckedContinuation { waiter in
            waiting.append((look, waiter))
            if !isWriting {
                isWriting = true
                Task { await writeGroups() }
            }
        }
        if let failure { throw failure }
    }

    private func writeGroups() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting = []
            var failure: StoreFailure?
            do {
                let looks = group.map(\.look)
                let written = try await pool.write { [recent] db in try recent.write(looks, db) }
                recent.take(written)
            } catch {
                recent = RecentLooks()
                failure = StoreFailure(error)
            }
            for (_, waiter) in group { waiter.resume(returning: failure) }
        }
        isWriting = false
    }

    /// The latest lines about a child, newest first, as of the last line written here; nil where they are not remembered.
    func remembered(_ child: SubjectID, in council: CouncilCode, limit: Int) -> [LoggedLook]? {
        recent.lines(child, in: council, limit: limit)
    }

    /// Takes the words out of lines, and out of what stands behind them on disk.
    func eraseWords(of numbers: [Int64], in council: CouncilCode) async throws(StoreFailure) {
        do {
            try await pool.write { try LookRows.eraseWords(of: numbers, in: council, $0) }
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw StoreFailure(error)
        }
        recent = RecentLooks()
    }

    /// A few rows found by their keys, read where they are asked for.
    nonisolated func readHere<Value>(_ work: (Database) throws -> Value) throws(StoreFailure) -> Value {
        do {
            return try pool.read(work)
        } catch {
            throw StoreFailure(error)
        }
    }

    nonisolated func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFailure) -> Value {
        do {
            return try await pool.read(work)
        } catch {
            throw StoreFailure(error)
        }
    }
}

extension SQLiteStore {
    package func log(_ look: Look) async throws(StoreFailure) { try await accessLog.append(look) }

    package func whoHasLooked(
        at child: SubjectID, access: Access, limit: Int
    ) async throws(StoreFailure) -> [LoggedLook] {
        try require(access, [.seeWhoHasLooked], child: child)
        let council = access.council
        if let known = await accessLog.remembered(child, in: council, limit: limit) { return known }
        return try accessLog.readHere { try LookRows.looks(at: child, limit: limit, in: council, $0) }
    }

    package func looks(
        access: Access, before: Int64?, limit: Int
    ) async throws(StoreFailure) -> [LoggedLook] {
        try require(access, [.seeAccessLog])
        let council = access.council
        return try await accessLog.read { try LookRows.looks(before: before, limit: limit, in: council, $0) }
    }

    package func firstBrokenLook(of council: CouncilCode) async throws(StoreFailure) -> Int64? {
        let erased = try await read { db in
            Set(try EntryRows.erasures(in: council, db).flatMap { $0.looks ?? [] })
        }
        return try await accessLog.read { try LookRows.firstBroken(erased: erased, in: council, $0) }
    }
}
