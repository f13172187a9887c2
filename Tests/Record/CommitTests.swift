import AccessRules
import ChildJourney
import Dispatch
import Foundation
import GRDB
import RecordKeeping
import SQLiteRecords
import Synchronization
import Testing
import WorkingDays

/// What many people write at once shares a commit, and nobody is answered before it is on disk.
struct CommitTests {
    private func visit(_ number: Int) throws -> NewEntry {
        NewEntry(
            Visit(on: try day("2026-03-04"), purpose: .childInNeed, seen: true), id: RecordID("V\(number)"),
            about: .child(SubjectID(source: "record", local: "\(number)")), by: .user("ana"))
    }

    @Test func `a commit waits for the disk in every database that is written to`() async throws {
        let made = try await TemporaryStore()
        // NB: a pool sets less than this by itself when it turns the write-ahead log on.
        let pool = try SQLiteStore.openPool(made.path)
        let level = try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(level == 2, "FULL, as SQLite numbers it")
        let less = try DatabasePool(path: made.path)
        #expect(try await less.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } != 2)
    }

    @Test func `of many who record at once, those that fail take nothing of the others with them`() async throws {
        let made = try await TemporaryStore()
        let nowhere = try #require(CouncilCode("998"))
        let outcomes = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for number in 0..<100 {
                group.addTask {
                    let council = number.isMultiple(of: 5) ? nowhere : made.council
                    do {
                        let told = try await made.store.append(
                            [visit(number)], in: council, at: noon("2026-03-04"))
                        guard case .recorded(let numbers) = told else { return (number, false) }
                        return (number, numbers.count == 1)
                    } catch is StoreFailure {
                        return (number, false)
                    }
                }
            }
            return try await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
        }
        #expect(outcomes.filter { !$0.value }.keys.sorted() == Array(stride(from: 0, to: 100, by: 5)))
        #expect(try await made.store.head(of: made.council).sequence == 80)
        #expect(try await made.store.verify(made.council, expecting: nil).fault == nil)
        let kept = try await TemporaryStore.queue(made.path).read { db in
            try Set(String.fetchAll(db, sql: "SELECT id FROM entry"))
        }
        #expect(kept == Set((0..<100).filter { !$0.isMultiple(of: 5) }.map { "V\($0)" }))
    }

    @Test func `what was worked out from work that is taken back is forgotten before the next begins`() async throws {
        let made = try await TemporaryStore()
        let pool = try DatabasePool(path: made.folder.appendingPathComponent("line.db").path)
        try await pool.write { try $0.execute(sql: "CREATE TABLE told (word TEXT NOT NULL)") }
        let believed = Mutex<[String]>([])
        let line = CommitLine(pool, begun: { _ in }, takenBack: { believed.withLock { $0 = [] } })
        let (holding, held) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let tell: @Sendable (String, Database) throws -> Void = { word, db in
            try db.execute(sql: "INSERT INTO told VALUES (?)", arguments: [word])
            believed.withLock { $0.append(word) }
        }
        // The first holds the writer until the others have gathered behind it, to share the next transaction.
        async let first: Void = line.write { _ in
            held.signal()
            holding.wait()
        }
        await Self.waitFor(held)
        let failing = Task { @Sendable in
            try await line.write { db in
                try tell("never", db)
                throw CancellationError()
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        async let next: [String] = line.write { db in
            let seen = believed.withLock { $0 }
            try tell("kept", db)
            return seen
        }
        try await Task.sleep(for: .milliseconds(100))
        holding.signal()
        try await first
        await #expect(throws: CancellationError.self) { try await failing.value }
        #expect(try await next == [], "nothing of what was taken back")
        #expect(try await pool.read { try String.fetchAll($0, sql: "SELECT word FROM told") } == ["kept"])
    }

    private static func waitFor(_ semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { waiter in
            DispatchQueue.global().async {
                semaphore.wait()
                waiter.resume()
            }
        }
    }
}
