import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A visit to Kacper was recorded on his sister Tamar. Today is Sat 21 Nov 2026.
@Suite struct WrongChildTests: TakesSteps {
    private let brother = "/children/record:kacper"

    private func fixture() async throws -> ServerFixture {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        try await fixture.record?.record(
            [
                ("person", Person(forename: "Kacper", surname: "Okoro", bornOn: try day("2017-02-11"))),
                (
                    "R2",
                    Referral(
                        receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01"))
                ),
                ("P2", ChildProtectionPlan(referral: "R2", startedOn: try day("2026-10-01"))),
            ], about: "record:kacper")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = try #require(fixture.sessions.all[ben.digest]?.formToken.masked())
        _ = try await fixture.post("\(address)/family", ben, "csrf=\(csrf)&other=kacper&tie=sibling")
        let sent = try await fixture.post(
            "\(address)/visits/new", ben,
            "csrf=\(csrf)&record=visit-1&on=19+Nov+2026&seen=yes&alone=yes&place=home&said=I+am+Kacper&note=He+was+well"
        )
        #expect(sent.status == .seeOther, "\(sent.text.suffix(1000))")
        return fixture
    }

    private func post(_ body: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(address)/wrong-child", token, "csrf=\(csrf)&\(body)")
    }

    private func visit(_ fixture: ServerFixture) async throws -> Int64 {
        try #require(try await journey(fixture).visits.first).place
    }

    @Test func `it is sealed here on every page and every day, recorded there, and both records say so`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get(address, ana).text.contains("I am Kacper"))
        let chain = try #require(fixture.record)
        let id = try await visit(fixture)
        let moved = try await post("recording=\(id)&to=kacper&why=The+wrong+page+was+open", fixture, ana)
        #expect(moved.status == .seeOther, "\(moved.text.suffix(1500))")
        for page in [address, "\(address)?on=2026-11-21", "\(address)?kind=visit", "\(address)/steps"] {
            let text = try await fixture.get(page, ana).text
            #expect(!text.contains("I am Kacper") && !text.contains("He was well"), "\(page)")
        }
        #expect(try await fixture.get(address, ana).text.contains("Recorded about the wrong child, and sealed"))
        #expect(try await journey(fixture).visits.isEmpty, "what it cleared here stands again")
        let there = try await fixture.get(brother, ana).text
        #expect(there.contains("I am Kacper") && there.contains("Came here from another record"))
        #expect(there.contains("Child protection visit"), "it is for the plan that ran there")
        #expect(!there.contains("record:tamar/visits"), "whose record it came from is not told")
        let page = try await fixture.get("\(address)/wrong-child", ana).text
        #expect(page.contains("this record was opened by") && page.contains("ana, "))
        #expect(try await chain.store.verify(chain.council, expecting: nil).isWhole, "nothing was taken out")
    }

    @Test func `what goes on with a record of this child is sealed and not moved`() async throws {
        let fixture = try await fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("assessment", "of=R1&on=3+Sep+2026&kind=single", fixture, ben)
        let id = try #require(try await journey(fixture).assessments.first).place
        let refused = try await post("recording=\(id)&to=kacper&why=His", fixture, ana)
        #expect(refused.status == .unprocessableContent && refused.text.contains("record it anew on the other"))
        #expect(try await post("recording=\(id)&to=nobody&why=His", fixture, ana).status == .seeOther)
        #expect(try await journey(fixture).assessments.isEmpty)
    }

    @Test func `nobody but a manager seals, and nothing reaches a child whom the manager may not open`() async throws {
        let fixture = try await fixture()
        let id = try await visit(fixture)
        for role in [Role.socialWorker, .frontDoor, .chair, .auditor, .administrator] {
            let token = try fixture.signIn(role, user: "reader")
            #expect(try await post("recording=\(id)&to=nobody&why=x", fixture, token).status == .forbidden)
            #expect(try await fixture.get("\(address)/wrong-child", token).status == .forbidden)
        }
        let record = try #require(fixture.record)
        let boss = SignedIn(council: record.council, user: "boss", role: .manager)
        let access = try AccessRules.access(
            for: boss, to: .restrictChild, .child("record:kacper", in: record.council, .none), because: .work
        ).get()
        try await record.store.restrict("record:kacper", to: ["boss"], access: access, at: ServerFixture.moment)
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await post("recording=\(id)&to=kacper&why=x", fixture, ana).status == .forbidden)
        let unknown = try await post("recording=\(id)&to=another&number=nobody-here&why=x", fixture, ana)
        #expect(unknown.status == .unprocessableContent && unknown.text.contains("No child is known here"))
        let unsaid = try await post("recording=\(id)&to=nobody", fixture, ana)
        #expect(unsaid.status == .unprocessableContent)
        #expect(try await journey(fixture).visits.count == 1)
    }
}
