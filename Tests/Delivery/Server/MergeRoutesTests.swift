import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Tamar was recorded twice. Today is Sat 21 Nov 2026.
@Suite struct MergeRoutesTests: TakesSteps {
    private let other = "/children/record:again"

    private func twice() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okorro", bornOn: try day("2019-11-02"))),
                ("R2", Referral(receivedOn: try day("2026-10-01"), noFurtherAction: false)),
            ], about: "record:again")
        return fixture
    }

    private func send(_ body: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(address)/merge", token, "csrf=\(csrf)&\(body)")
    }

    private let proposal = "act=propose&record=merge-1&other=again&why=One+mother"

    @Test func `one manager proposes, another confirms, and the other address leads to the record that is kept`()
        async throws
    {
        let fixture = try await twice()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        let page = try await fixture.get("\(address)/merge", ana).text
        #expect(page.contains("Tamar Okorro") && page.contains("Day and month of birth swapped") == false)
        #expect(page.contains("day and month of birth swapped"))
        #expect(try await fixture.get("\(address)/steps", ana).text.contains("Another record is of the same child"))
        #expect(try await send("act=propose&record=merge-1&other=again", fixture, ana).status == .unprocessableContent)
        #expect(try await send(proposal, fixture, ana).status == .seeOther)
        #expect(try await send(proposal, fixture, ana).status == .seeOther, "sent twice is proposed once")
        #expect(
            try await fixture.get("\(address)/merge", ana).text.contains("You proposed it: somebody else confirms it."))
        #expect(try await send("act=confirm&of=merge-1", fixture, ana).status == .conflict)
        #expect(try await fixture.get(other, ana).status == .ok)
        #expect(try await send("act=confirm&of=merge-1", fixture, dee).status == .seeOther)
        let led = try await fixture.get("\(other)/steps", ana)
        #expect(led.status == .seeOther && led.location == "\(address)/steps")
        #expect(
            try await fixture.post("\(other)/visits/new", ana, "csrf=\(fixture.formToken(ana))").status
                == .temporaryRedirect)
        let one = try await fixture.get(address, ana).text
        #expect(one.contains("Another record of the same child is read here from now on"))
        #expect(try await fixture.get("/search?q=okorro", ana).text.contains("record:tamar"))
        #expect(try await !fixture.get("/search?q=okorro", ana).text.contains("record:again\""))
    }

    @Test func `whoever confirmed it does not undo it; undone, both stand and what was recorded meanwhile is listed`()
        async throws
    {
        let fixture = try await twice()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        _ = try await send(proposal, fixture, ana)
        _ = try await send("act=confirm&of=merge-1", fixture, dee)
        #expect(try await send("act=undo&of=merge-1&undone-why=Twins", fixture, dee).status == .conflict)
        #expect(try await send("act=undo&of=merge-1", fixture, ana).status == .unprocessableContent)
        #expect(try await send("act=undo&of=merge-1&undone-why=Twins", fixture, ana).status == .seeOther)
        #expect(try await fixture.get(other, ana).status == .ok)
        #expect(try await fixture.get("\(address)/merge", ana).text.contains("Both records stand by themselves."))
    }

    @Test func `somebody who may not open the other neither proposes, confirms nor learns who it is`() async throws {
        let fixture = try await twice()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        try await fixture.record?.restrict("record:again", to: ["ana"])
        #expect(try await send(proposal, fixture, dee).status == .forbidden)
        _ = try await send(proposal, fixture, ana)
        let page = try await fixture.get("\(address)/merge", dee).text
        #expect(page.contains("a record you may not open") && !page.contains("Okorro"))
        #expect(try await send("act=confirm&of=merge-1", fixture, dee).status == .forbidden)
        #expect(try await fixture.get(address, dee).status == .ok)
    }

    @Test func `whoever may open the one and not the other may open neither once they are one`() async throws {
        let fixture = try await twice()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.manager, user: "dee")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await fixture.record?.restrict("record:again", to: ["ana", "dee"])
        _ = try await send(proposal, fixture, ana)
        #expect(try await fixture.get(address, ben).status == .ok)
        #expect(try await send("act=confirm&of=merge-1", fixture, dee).status == .seeOther)
        #expect(try await fixture.get(address, ben).status == .forbidden)
        #expect(try await fixture.get(other, ben).location == address)
        #expect(try await !fixture.get("/search?q=tamar", ben).text.contains("Okoro"))
    }

    @Test(arguments: [Role.socialWorker, .frontDoor, .auditor])
    func `whoever is no manager joins nothing`(role: Role) async throws {
        let fixture = try await twice()
        let token = try fixture.signIn(role, user: "ben")
        #expect(try await fixture.get("\(address)/merge", token).status == .forbidden)
        #expect(try await send(proposal, fixture, token).status == .forbidden)
    }
}
