import AccessRules
import ChildJourney
import Concerns
import RecordKeeping
import SQLiteRecords
import Testing
import WorkingDays

/// Answers are given from memory until anything changes, whoever changed it: two stores over one database stand for two
/// programs, a server and tonight's import.
@Suite struct RememberingTests {
    private func list(_ store: any RecordStore, _ made: TemporaryStore, on text: String) async throws -> [SubjectID] {
        let page = try await store.list(
            ListQuery(on: day(text)), access: made.access(.seeToday), at: noon(text))
        return page.lines.compactMap { $0.child?.child }
    }

    @Test func `what another program loads is seen at once`() async throws {
        let made = try await TemporaryStore()
        let server = try TemporaryStore.open(made.path)
        #expect(try await server.lastCompleteLoad(of: made.council) == nil)
        #expect(try await server.setting(of: made.council) == nil)
        #expect(try await list(server, made, on: "2026-03-02").isEmpty)
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        #expect(try await server.lastCompleteLoad(of: made.council)?.state == .complete)
        #expect(try await list(server, made, on: "2026-03-02") == ["ssd:tamar"])
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-03")
        #expect(try await list(server, made, on: "2026-03-03").count == 2)
        #expect(
            try await server.trend(.potentialRisk, on: [day("2026-03-03")], access: made.access(.seeNumbers))
                == made.store.trend(.potentialRisk, on: [day("2026-03-03")], access: made.access(.seeNumbers)))
        try server.close()
    }

    @Test func `a server that was running knows the cover of what another program loaded since`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02", until: "2026-03-02")
        let server = try TemporaryStore.open(made.path)
        #expect(try await server.setting(of: made.council)?.setting.cover.until == day("2026-03-02"))
        try await made.load([NamedChildren.tamar()], on: "2026-03-04", until: "2026-03-04")
        #expect(try await server.setting(of: made.council)?.setting.cover.until == day("2026-03-04"))
        // Else it would work every child out again as things stood before.
        #expect(try await server.recalculation(of: made.council) == nil)
        #expect(try await server.recalculate(made.council, on: day("2026-03-04"), limit: 10).left == 0)
        #expect(try await made.store.recalculation(of: made.council) == nil)
        try server.close()
    }

    @Test func `what this program writes is seen at once too`() async throws {
        let made = try await TemporaryStore()
        #expect(try await made.store.user("ana", in: made.council) == nil)
        var user = User(council: made.council, id: "ana", name: "Ana", role: .manager)
        try await made.store.save(user)
        #expect(try await made.store.user("ana", in: made.council)?.isActive == true)
        user.isActive = false
        try await made.store.save(user)
        #expect(try await made.store.user("ana", in: made.council)?.isActive == false)
    }

    @Test func `a remembered list is logged each time it is shown`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        for _ in 0..<3 { _ = try await list(made.store, made, on: "2026-03-02") }
        let looks = try await made.store.whoHasLooked(
            at: "ssd:tamar", access: made.access(.seeWhoHasLooked, to: "ssd:tamar"), limit: 10)
        #expect(looks.count == 3)
    }

    @Test func `who has looked is the same from memory as from the disk, whichever program they looked with`()
        async throws
    {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let other = try TemporaryStore.open(made.path)
        let seeing = try await made.access(.seeWhoHasLooked, to: "ssd:tamar")
        for number in 0..<30 {
            let access = try await made.access(.openChild, to: "ssd:tamar", user: UserID("user-\(number)"))
            // The other program writes now and then, and so does a list that shows the child.
            let program = number % 7 == 3 ? other : made.store
            _ = try await program.open("ssd:tamar", access: access, at: noon("2026-03-03"))
            if number == 11 { _ = try await list(made.store, made, on: "2026-03-02") }
        }
        let last = try await made.access(.openChild, to: "ssd:tamar", user: "last")
        _ = try await made.store.open("ssd:tamar", access: last, at: noon("2026-03-03"))
        let fromMemory = try await made.store.whoHasLooked(at: "ssd:tamar", access: seeing, limit: 20)
        let fromDisk = try await TemporaryStore.open(made.path).whoHasLooked(at: "ssd:tamar", access: seeing, limit: 40)
        #expect(fromDisk.count == 32)
        #expect(fromMemory == Array(fromDisk.prefix(20)))
        #expect(fromMemory.first?.user == "last")
        #expect(try await made.store.whoHasLooked(at: "ssd:tamar", access: seeing, limit: 40) == fromDisk)
        try other.close()
    }

    @Test func `a list remembered for one person is not shown to another who may not see a child on it`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        try await made.store.restrict(
            "ssd:tamar", to: ["ana"], access: made.access(.restrictChild, to: "ssd:tamar"), at: noon("2026-03-02"))
        #expect(try await list(made.store, made, on: "2026-03-02") == ["ssd:tamar"])
        let ben = try await made.store.list(
            ListQuery(on: day("2026-03-02")), access: made.access(.seeToday, user: "ben"), at: noon("2026-03-02"))
        #expect(ben.lines.count == 1)
        #expect(ben.lines.allSatisfy { $0.child == nil })
    }

    @Test func `the stamp stays while nothing changes, and looking changes nothing`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let before = try made.store.changeStamp()
        _ = try await list(made.store, made, on: "2026-03-02")
        #expect(try made.store.changeStamp() == before)
        try await made.store.setLimit("cp_visit_local", to: 5, in: made.council)
        #expect(try made.store.changeStamp() != before)
    }
}
