import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import SQLiteRecords
import Testing
import WorkingDays

struct MigrationTests {
    @Test func `a database made by the first release opens and keeps what it holds`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("old-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("record.db").path
        let sql = try String(contentsOf: fixtures.appendingPathComponent("databases/migration-1.sql"), encoding: .utf8)
        try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
        let store = try TemporaryStore.open(path)
        let council = try #require(CouncilCode("901"))
        let report = try await store.verify(council, expecting: nil)
        #expect(report.isWhole)
        #expect(report.entries == 3)
        #expect(try await store.rebuild(council, on: day("2026-03-10")) { _ in } == 1)
        let person = SignedIn(council: council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child("record:1", in: council, .none), because: .work
        ).get()
        let opened = try await store.open("record:1", access: access, at: noon("2026-03-10"))
        #expect(opened.summary.name == "Tamar Okoro")
        #expect(opened.history.journey().referrals.count == 1)
    }

    @Test func `a database made by a later release is refused and not touched`() async throws {
        let made = try await TemporaryStore()
        let database = try TemporaryStore.queue(made.path)
        try await database.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999 from the future')")
        }
        #expect(throws: StoreFailure.newerThanProgram) { try TemporaryStore.open(made.path) }
    }

    @Test func `a file that is not a database is refused`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("not-\(UUID().uuidString).db").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try String(repeating: "not a database ", count: 100).write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: StoreFailure.notADatabase) { try TemporaryStore.open(path) }
    }

    @Test(arguments: [
        ("sqlite:/var/lib/record.db", "/var/lib/record.db"), ("sqlite:record.db", "record.db"),
        ("sqlite:///var/record.db", "/var/record.db"), ("record.db", "record.db"), ("/a b/c", "/a b/c"),
    ])
    func `an address is a path, with or without its scheme`(text: String, path: String) {
        #expect(DatabaseAddress(text)?.path == path)
    }

    @Test(arguments: ["", "sqlite:", "postgres://host/record", "postgresql://host/record"])
    func `an address of another kind is refused`(text: String) {
        #expect(DatabaseAddress(text) == nil)
    }
}
