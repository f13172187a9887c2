import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import SQLiteRecords
import Testing
import WorkingDays

struct ChainTests {
    private func filled() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        return made
    }

    @Test func `entries are numbered without a gap and their chain is whole`() async throws {
        let made = try await filled()
        let report = try await made.store.verify(made.council, expecting: nil)
        #expect(report.isWhole)
        #expect(report.entries == 9)
        #expect(report.head.sequence == 9)
        #expect(try await made.store.head(of: made.council) == report.head)
    }

    @Test func `the same entries with the same salts have the same head`() async throws {
        let (one, other) = (try await filled(), try await filled())
        let heads = (try await one.store.head(of: one.council), try await other.store.head(of: other.council))
        #expect(heads.0 == heads.1)
    }

    @Test(arguments: [
        ("id", "'other'"), ("subject", "'child/ssd:other'"), ("kind", "'visit'"), ("version", "7"), ("happened", "1"),
        ("happened", "NULL"), ("recorded", "recorded + 1"), ("by", "'user/other'"), ("corrects", "1"),
        ("occasion", "'together'"), ("occasion", "''"), ("body_digest", "zeroblob(32)"), ("previous", "zeroblob(32)"),
        ("hash", "zeroblob(32)"),
    ])
    func `a changed column is found at its entry`(column: String, value: String) async throws {
        let made = try await filled()
        try tamper(made, "UPDATE entry SET \(column) = \(value) WHERE seq = 4")
        let fault = try await made.store.verify(made.council, expecting: nil).fault
        #expect(fault == ChainFault(4, .columnsChanged))
    }

    @Test(arguments: [("body", "CAST('{}' AS BLOB)"), ("salt", "zeroblob(16)"), ("salt", "NULL"), ("body", "NULL")])
    func `a changed text or salt is found at its entry`(column: String, value: String) async throws {
        let made = try await filled()
        try tamper(made, "UPDATE entry SET \(column) = \(value) WHERE seq = 4")
        let fault = try await made.store.verify(made.council, expecting: nil).fault
        #expect(fault == ChainFault(4, .textChanged))
    }

    @Test func `a text taken away without authority is found`() async throws {
        let made = try await filled()
        try tamper(made, "UPDATE entry SET body = NULL, salt = NULL WHERE seq = 4")
        #expect(try await made.store.verify(made.council, expecting: nil).fault == ChainFault(4, .textMissing))
    }

    @Test func `an entry taken out of the middle is found`() async throws {
        let made = try await filled()
        try tamper(made, "DELETE FROM entry WHERE seq = 4")
        #expect(try await made.store.verify(made.council, expecting: nil).fault == ChainFault(4, .missing))
    }

    @Test func `an entry moved to another council is missed in its own`() async throws {
        let made = try await filled()
        let other = try #require(CouncilCode("902"))
        try await made.store.addCouncil(other, name: "Another Council")
        try tamper(made, "UPDATE entry SET council = '902' WHERE seq = 1")
        #expect(try await made.store.verify(made.council, expecting: nil).fault == ChainFault(1, .missing))
        #expect(try await made.store.verify(other, expecting: nil).fault == ChainFault(1, .columnsChanged))
    }

    @Test func `a cut tail is found by a head kept elsewhere, and not without`() async throws {
        let made = try await filled()
        let head = try await made.store.head(of: made.council)
        try tamper(made, "DELETE FROM entry WHERE seq > 6")
        #expect(try await made.store.verify(made.council, expecting: nil).isWhole)
        #expect(try await made.store.verify(made.council, expecting: head).fault == ChainFault(7, .cutShort))
    }

    @Test func `a rewritten tail is found by a head kept elsewhere`() async throws {
        let made = try await filled()
        let head = try await made.store.head(of: made.council)
        let other = try await TemporaryStore(seed: 2)
        try await other.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        #expect(try await other.store.verify(other.council, expecting: head).fault == ChainFault(9, .headDiffers))
    }

    @Test func `a head has a text form that is read back`() async throws {
        let made = try await filled()
        let head = try await made.store.head(of: made.council)
        #expect(ChainHead(head.description) == head)
        #expect(ChainHead("12") == nil)
        #expect(ChainHead("12:xyz") == nil)
    }

    @Test(arguments: [
        "UPDATE entry SET id = 'other' WHERE seq = 1", "UPDATE entry SET body = CAST('{}' AS BLOB) WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 1", "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 1",
        "UPDATE entry SET body = NULL WHERE seq = 1 AND body IS NULL OR seq = 1 AND salt IS NOT NULL",
    ])
    func `the database itself refuses to change or delete an entry`(sql: String) async throws {
        let made = try await filled()
        let database = try TemporaryStore.queue(made.path)
        #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
    }

    /// Somebody with the file and a tool, who takes the guards away first.
    private func tamper(_ made: TemporaryStore, _ sql: String) throws {
        let database = try TemporaryStore.queue(made.path)
        try database.write { db in
            try db.execute(sql: "DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_deleted")
            try db.execute(sql: sql)
        }
    }
}

extension TemporaryStore {
    /// The database opened beside the store.
    static func queue(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA recursive_triggers = ON") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
