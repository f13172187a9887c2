import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import Testing
import WorkingDays

struct KeptHeadsTests {
    private let tamar: SubjectID = "ssd:tamar"

    /// Two lines in every log: two accounts made, a child restricted twice, and what that logged of itself.
    private func filled() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        for (name, role) in [(UserID("sam"), Role.administrator), ("mo", .manager)] {
            let user = User(council: made.council, id: name, name: "\(name) (invented)", role: role)
            _ = try await made.store.change(
                .saved(user), of: name, in: made.council, by: "command-line", at: noon("2026-03-02"))
        }
        for (seen, named) in [(Int64(0), Set<UserID>(["ana"])), (1, ["ana", "mo"])] {
            let isDone = try await made.store.restrict(
                tamar, to: named, why: "invented", seen: seen, access: made.access(.restrictChild, to: tamar),
                at: noon("2026-03-02"))
            #expect(isDone)
        }
        return made
    }

    private func file(_ log: KeptLog, _ made: TemporaryStore) -> (path: String, table: String) {
        switch log {
        case .looks: (made.path.replacing(".db", with: ".access.db"), "look")
        case .accounts: (made.path, "account_change")
        case .needToKnow: (made.path, "need_to_know_change")
        }
    }

    private func tamper(_ path: String, _ sql: String) async throws {
        try await TemporaryStore.queue(path).write { try $0.execute(sql: sql) }
    }

    @Test(arguments: KeptLog.allCases)
    func `a cut tail of any log is found by a head kept elsewhere, and not without`(log: KeptLog) async throws {
        let made = try await filled()
        let heads = try await made.store.heads(of: made.council)
        let head = try #require(heads.logs[log])
        #expect(head.sequence >= 2)
        #expect(try await made.store.fault(of: log, in: made.council, expecting: head) == nil)
        let (path, table) = file(log, made)
        try await tamper(
            path, "DROP TRIGGER \(table)_is_never_deleted; DELETE FROM \(table) WHERE seq >= \(head.sequence)")
        #expect(try await made.store.firstBrokenLook(of: made.council) == nil)
        #expect(try await made.store.firstBrokenAccountChange(of: made.council) == nil)
        #expect(try await made.store.firstBrokenNeedToKnowChange(of: made.council) == nil)
        let fault = try await made.store.fault(of: log, in: made.council, expecting: head)
        #expect(fault == ChainFault(head.sequence, .cutShort))
    }

    @Test func `a log that was written anew from its beginning is not the one whose head was kept`() async throws {
        let (made, other) = (try await filled(), try await TemporaryStore())
        let head = try #require(try await made.store.heads(of: made.council).logs[.accounts])
        for _ in 0..<2 {
            let user = User(council: other.council, id: "eve", name: "Eve (invented)", role: .manager)
            _ = try await other.store.change(
                .saved(user), of: "eve", in: other.council, by: "command-line", at: noon("2026-03-02"))
        }
        let fault = try await other.store.fault(of: .accounts, in: other.council, expecting: head)
        #expect(fault == ChainFault(2, .headDiffers))
    }

    @Test func `rights are those the logs tell of, through everything that is done to accounts`() async throws {
        let made = try await filled()
        let (store, council) = (made.store, made.council)
        func change(_ change: AccountChange, of account: UserID, by author: UserID = "sam") async throws {
            let outcome = try await store.change(change, of: account, in: council, by: author, at: noon("2026-03-02"))
            #expect(outcome == .done || outcome == .waits)
            #expect(try await store.unloggedRights(of: council).isNone, "after \(change.name)")
        }
        func confirm(_ account: UserID) async throws {
            let waiting = try await store.accountsWaiting(access: made.access(.confirmAccounts))
            let number = try #require(waiting.last { $0.account == account }?.number)
            try await change(.confirmed(number), of: account, by: "mo")
        }
        try await change(.added(name: "Pat (invented)", role: .socialWorker, team: "T1"), of: "pat")
        try await change(.role(.chair), of: "pat")
        try await confirm("pat")
        try await change(.role(.manager), of: "pat")
        try await confirm("pat")
        try await change(.role(.member), of: "pat")
        try await change(.deactivated, of: "pat")
        try await change(.reactivated, of: "pat")
        try await change(.added(name: "Eli (invented)", role: .auditor, team: nil), of: "eli")
        try await change(.role(.partner), of: "eli")
        try await change(.deactivated, of: "mo")
        try await change(.reactivated, of: "mo")
        #expect(try await store.user("pat", in: council)?.role == .member)
        #expect(try await store.user("mo", in: council)?.isActive == false)
    }

    @Test(arguments: [
        "UPDATE user SET role = 'manager' WHERE id = 'sam'", "UPDATE user SET active = 0 WHERE id = 'sam'",
        "UPDATE user SET id = 'eve' WHERE id = 'sam'",
    ])
    func `an account changed past the log is named`(sql: String) async throws {
        let made = try await filled()
        #expect(try await made.store.unloggedRights(of: made.council).isNone)
        try await tamper(made.path, sql)
        let named: UserID = sql.contains("eve") ? "eve" : "sam"
        #expect(try await made.store.unloggedRights(of: made.council).accounts == [named])
    }

    @Test(arguments: [
        "DELETE FROM restricted_child", "DELETE FROM need_to_know WHERE user = 'ana'",
        "INSERT INTO need_to_know SELECT council, child, 'eve' FROM restricted_child",
    ])
    func `a restriction changed past the log is named by its child`(sql: String) async throws {
        let made = try await filled()
        try await tamper(made.path, "PRAGMA foreign_keys = ON; \(sql)")
        #expect(try await made.store.unloggedRights(of: made.council).children == [tamar])
    }

    @Test func `the heads of all chains are one line of text, and the older form is still read`() async throws {
        let made = try await filled()
        let heads = try await made.store.heads(of: made.council)
        #expect(RecordHeads(heads.description) == heads)
        #expect(heads.logs.count == KeptLog.allCases.count)
        let older = try #require(RecordHeads(heads.entries.description))
        #expect(older.entries == heads.entries && older.logs.isEmpty)
        for text in ["", "12", "\(heads),looks=1:00", "\(heads.entries),other=\(heads.entries)", "\(heads),"] {
            #expect(RecordHeads(text) == nil, "\(text)")
        }
    }
}
