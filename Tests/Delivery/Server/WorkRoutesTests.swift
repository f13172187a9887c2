import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// My work and Team. Today is Sat 21 Nov 2026.
@Suite struct WorkRoutesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// Ben holds Tamar, who has not been seen; nobody holds Kacper; a referral of Ola's waits to be decided.
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        func person(_ name: String) throws -> Person {
            Person(forename: name, surname: "Invented", bornOn: try day("2019-02-11"))
        }
        let decided = Referral(
            receivedOn: try day("2026-10-05"), noFurtherAction: false, decidedOn: try day("2026-10-05"))
        try await record.record(
            [
                ("person", person("Tamar")), ("R1", decided),
                ("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-10-05"))),
            ], about: "record:tamar")
        try await record.record([("person", person("Kacper")), ("R1", decided)], about: "record:kacper")
        try await record.record(
            [("person", person("Ola")), ("R1", Referral(receivedOn: try day("2026-11-20")))], about: "record:ola")
        for (user, name, role) in [("ana", "Ana Reyes", Role.manager), ("ben", "Ben Adeyemi", .socialWorker)] {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        fixture.record = record
        return fixture
    }

    @Test func `a social worker sees the children they hold, what is missing, and where to record it`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("/work", ben).text
        #expect(page.contains("1 open child."))
        #expect(page.contains("Tamar Invented") && !page.contains("Kacper"))
        #expect(page.contains("/children/record:tamar/visits/new"))
        #expect(!page.contains("Waiting for a decision"))
        #expect(page.contains("href=\"/work\"") && !page.contains("href=\"/team\""))
    }

    @Test func `what was begun and not sent is offered to its writer alone`() async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        _ = try await fixture.post(
            "/children/record:tamar/steps/note", ben, "csrf=\(csrf)&form=form-1&text=Half&keep=yes")
        #expect(try await fixture.get("/work", ben).text.contains("Begun and not sent"))
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        #expect(try await fixture.get("/work", eve).text.contains("Begun and not sent") == false)
    }

    @Test func `whoever has the referral is not said to hold a child whom nobody leads for`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let withBen = Referral(
            receivedOn: try day("2026-10-05"), noFurtherAction: false, decidedOn: try day("2026-10-05"), worker: "ben")
        try await record.record([("R1", withBen)], about: "record:noor")
        let team = try await fixture.get("/team", fixture.signIn(.manager, user: "ana")).text
        #expect(team.contains("No lead worker is recorded; the referral is with worker ben"))
        #expect(team.contains("Held by nobody"), "Kacper, whose referral is with nobody")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let noor = try await fixture.get("/children/record:noor", ben).text
        #expect(noor.contains("No lead worker is recorded; the referral is with worker ben."))
        #expect(try await fixture.get("/children/record:tamar", ben).text.contains("Held by worker ben"))
    }

    @Test func `a manager sees what waits to be decided, before it is late, and whom nobody holds`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let work = try await fixture.get("/work", ana).text
        #expect(work.contains("Waiting for a decision"))
        #expect(work.contains("/children/record:ola/steps/referral-decision?of=R1"))
        let team = try await fixture.get("/team", ana).text
        #expect(team.contains("Kacper Invented"))
        #expect(team.contains("/children/record:kacper/steps/allocation"))
        #expect(team.contains("Ben Adeyemi"))
        // Allocated, the child leaves the list and stands with the worker.
        let csrf = try #require(fixture.sessions.all[ana.digest]?.formToken.masked())
        _ = try await fixture.post(
            "/children/record:kacper/steps/allocation", ana, "csrf=\(csrf)&form=form-2&worker=ben&on=20+Nov+2026")
        #expect(try await fixture.get("/team", ana).text.contains("Kacper Invented") == false)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get("/work", ben).text.contains("2 open children."))
    }

    @Test func `a restricted child is counted and not named`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ana = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: ana, to: .restrictChild, .child("record:tamar", in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict("record:tamar", to: ["ana"], access: access, at: ServerFixture.moment)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let page = try await fixture.get("/work", ben).text
        #expect(page.contains("1 more child has something missing"))
        #expect(!page.contains("Nothing found missing"))
        #expect(page.contains("1 open child.") && page.contains("1 of them you may not open."))
        #expect(!page.contains("Tamar"))
    }

    @Test(arguments: [Role.member, .partner, .administrator, .auditor, .inspector, .analyst])
    func `whoever does no casework has no work here`(role: Role) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role, user: "x")
        #expect(try await fixture.get("/work", token).status == .forbidden)
        #expect(try await fixture.get("/team", token).status == .forbidden)
    }

    @Test func `beside another system nothing is offered to be recorded`() async throws {
        let fixture = ServerFixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("/work", ana).status == .conflict)
        let today = try await fixture.get("/today", ana).text
        #expect(!today.contains("href=\"/work\"") && !today.contains("/steps/"))
    }
}
