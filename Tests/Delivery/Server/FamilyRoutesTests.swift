import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Brothers and sisters. Today is Sat 21 Nov 2026.
@Suite struct FamilyRoutesTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        for name in ["Tamar", "Levan"] {
            try await record.record(
                [
                    ("person", Person(forename: name, surname: "Okoro", bornOn: try day("2019-02-11"))),
                    ("R1", Referral(receivedOn: try day("2026-11-02"), noFurtherAction: false)),
                ], about: SubjectID("record:\(name.lowercased())"))
        }
        fixture.record = record
        return fixture
    }

    private func send(
        _ fixture: ServerFixture, _ token: SecretToken, _ path: String, _ body: String
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    @Test func `two children are tied once, told on both, and a visit to both keeps each child's own part apart`()
        async throws
    {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let found = try await fixture.get("/children/record:tamar/family?q=Levan", ben).text
        #expect(found.contains("Levan Okoro") && found.contains("value=\"levan\""))
        for _ in 0..<2 {
            let sent = try await send(fixture, ben, "/children/record:tamar/family", "other=levan&tie=sibling")
            #expect(sent.status == .seeOther)
        }
        for (child, other) in [("tamar", "Levan Okoro"), ("levan", "Tamar Okoro")] {
            let page = try await fixture.get("/children/record:\(child)", ben).text
            #expect(page.contains("Brother or sister") && page.contains(other))
        }
        _ = try await send(
            fixture, ben, "/children/record:tamar/visits/new",
            "record=visit-1&on=20+Nov+2026&seen=yes&alone=yes&place=home&said=Only+Tamar+said+this")
        let done = try await fixture.get("/children/record:tamar/visits/visit-1", ben).text
        #expect(done.contains("Record the same visit to Levan Okoro"))
        #expect(done.contains("/children/record:levan/visits/new?on=2026-11-20&amp;place=home"))
        let form = try await fixture.get("/children/record:levan/visits/new?on=2026-11-20&place=home", ben).text
        #expect(form.contains("value=\"20 Nov 2026\"") && !form.contains("Only Tamar said this"))
        #expect(try await fixture.get("/children/record:levan", ben).text.contains("Last seen Fri") == false)
    }

    @Test func `a restricted child is neither named beside the other nor tied by whoever may not open them`()
        async throws
    {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await send(fixture, ben, "/children/record:tamar/family", "other=levan&tie=sibling")
        let ana = SignedIn(council: record.council, user: "ana", role: .manager)
        let access = try AccessRules.access(
            for: ana, to: .restrictChild, .child("record:levan", in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict("record:levan", to: ["ana"], access: access, at: ServerFixture.moment)
        let page = try await fixture.get("/children/record:tamar", ben).text
        #expect(!page.contains("Levan") && page.contains("1 you may not open"))
        let sent = try await send(fixture, ben, "/children/record:tamar/family", "other=levan&tie=half-sibling")
        #expect(sent.status == .forbidden)
    }

    @Test(arguments: ["other=levan", "tie=sibling", "other=levan&tie=cousin"])
    func `what is missing is asked for`(body: String) async throws {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(
            try await send(fixture, ben, "/children/record:tamar/family", body).status == .unprocessableContent)
    }

    @Test func `whoever is shown beside a child has been looked at, and the log says so`() async throws {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await send(fixture, ben, "/children/record:tamar/family", "other=levan&tie=sibling")
        let eve = try fixture.signIn(.socialWorker, user: "eve")
        for _ in 0..<2 { _ = try await fixture.get("/children/record:tamar", eve) }
        let access = try AccessRules.access(
            for: SignedIn(council: record.council, user: "ana", role: .manager), to: .seeWhoHasLooked,
            .child("record:levan", in: record.council, .none), because: .work
        ).get()
        let looks = try await record.store.whoHasLooked(at: "record:levan", access: access, limit: 20)
        #expect(looks.filter { $0.user == "eve" }.count == 2)
    }
}
