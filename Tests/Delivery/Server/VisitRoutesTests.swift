import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

@Suite struct VisitRoutesTests {
    private let child: SubjectID = "record:tamar"
    private let form = "/children/record:tamar/visits/new"

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// A child on a plan since September, seen in September only, in a council whose record is kept here.
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: day("2026-01-05"))
        try await record.record(
            [
                ("person", Person(forename: "Tamar", surname: "Okoro", bornOn: try day("2019-02-11"))),
                ("R1", Referral(receivedOn: try day("2026-08-03"), primaryNeed: "N1", noFurtherAction: false)),
                ("P1", ChildProtectionPlan(referral: "R1", startedOn: try day("2026-09-01"))),
                (
                    "V1",
                    Visit(
                        on: try day("2026-09-08"), purpose: .childProtectionPlan, plan: "P1", seen: true,
                        seenAlone: true)
                ),
            ], about: child)
        fixture.record = record
        return fixture
    }

    private func send(_ fixture: ServerFixture, _ token: SecretToken, _ body: String) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(form, token, "csrf=\(csrf)&\(body)")
    }

    private func visits(_ fixture: ServerFixture) async throws -> [Visit] {
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "u1", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .openChild, .child(child, in: record.council, .none), because: .work
        ).get()
        return try await record.store.open(child, access: access, at: ServerFixture.moment).history.journey().visits
            .map(\.body)
    }

    @Test func `a visit is recorded in one page, clears what it satisfies and says which`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.socialWorker)
        let page = try await fixture.get(form, token)
        #expect(page.status == .ok)
        #expect(page.text.contains("Record a visit to <bdi>Tamar Okoro</bdi>"))
        #expect(page.text.contains("Last seen Tue 8 Sep 2026."))
        let sent = try await send(
            fixture, token, "record=visit-1&on=20+Nov+2026&seen=yes&alone=yes&place=home&said=I+like+my+new+room")
        #expect(sent.status == .seeOther)
        #expect(sent.location == "/children/record:tamar/visits/visit-1")
        let done = try await fixture.get("/children/record:tamar/visits/visit-1", token).text
        #expect(done.contains("Child protection visit. The child was seen, and seen alone."))
        #expect(done.contains("Child on a plan not seen, since Wed 23 Sep 2026"))
        #expect(done.contains("unless it is done by Fri 4 Dec 2026"))
        let visit = try #require(try await visits(fixture).last)
        #expect(visit.plan == "P1" && visit.place == .home && visit.childsWords == "I like my new room")
        #expect(try await fixture.get("/today", token).text.contains("Child on a plan not seen") == false)
    }

    @Test func `the same form sent twice records once`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.socialWorker)
        for _ in 0..<2 {
            let sent = try await send(fixture, token, "record=visit-1&on=20+Nov+2026&seen=yes&alone=no")
            #expect(sent.status == .seeOther)
        }
        #expect(try await visits(fixture).count == 2)
    }

    @Test(arguments: [
        ("on=22+Nov+2026&seen=yes&alone=yes", "on"), ("on=1+Jan+2019&seen=yes&alone=yes", "on"),
        ("on=&seen=yes&alone=yes", "on"),
        ("on=20+Nov+2026", "seen"), ("on=20+Nov+2026&seen=no", "reason"), ("on=20+Nov+2026&seen=yes", "alone"),
        ("on=20+Nov+2026&seen=no&alone=yes&reason=refused", "alone"), ("on=20+Nov+2026&seen=no&reason=bored", "reason"),
        ("on=20+Nov+2026&seen=perhaps", "seen"),
    ])
    func `what is wrong is said beside its field, and nothing is recorded or lost`(body: String, field: String)
        async throws
    {
        let fixture = try await fixture()
        let token = try fixture.signIn(.socialWorker)
        let sent = try await send(fixture, token, "record=visit-1&said=A+long+story&\(body)")
        #expect(sent.status == .unprocessableContent)
        #expect(sent.text.contains("href=\"#\(field)\""))
        #expect(sent.text.contains("A long story"))
        #expect(sent.text.contains("value=\"visit-1\""))
        #expect(try await visits(fixture).count == 1)
    }

    @Test func `a child who was not seen is still not seen`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.socialWorker)
        _ = try await send(fixture, token, "record=visit-1&on=20+Nov+2026&seen=no&reason=no-answer&note=Car+outside")
        let done = try await fixture.get("/children/record:tamar/visits/visit-1", token).text
        #expect(done.contains("Nothing was missing that this puts right."))
        #expect(
            try await fixture.get("/today", token).text.contains("Last seen on a visit for the plan Tue 8 Sep 2026"))
    }

    @Test(arguments: [
        (Role.analyst, HTTPResponse.Status.forbidden), (.member, .forbidden), (.administrator, .forbidden),
    ])
    func `whoever may not record a visit is not shown the form, and what they send is not kept`(
        role: Role, status: HTTPResponse.Status
    ) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role)
        #expect(try await fixture.get(form, token).status == status)
        #expect(try await send(fixture, token, "record=x&on=20+Nov+2026&seen=yes&alone=yes").status == status)
        #expect(try await visits(fixture).count == 1)
    }

    @Test func `a restricted child's visit is recorded by nobody but those named`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.restrict(child, to: ["someone-else"])
        let token = try fixture.signIn(.socialWorker)
        let page = try await fixture.get(form, token)
        #expect(page.status == .forbidden && !page.text.contains("Okoro"))
        #expect(try await send(fixture, token, "record=x&on=20+Nov+2026&seen=yes&alone=yes").status == .forbidden)
    }

    @Test func `another council's people, and whoever has not signed in, find nothing`() async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get(form, nil).status == .seeOther)
        #expect(try await fixture.get(form, fixture.signIn(of: "other")).status == .notFound)
    }

    @Test func `in a council that loads files a visit is recorded in its own system`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        let token = try fixture.signIn(.socialWorker)
        #expect(try await !fixture.get("/children/ssd:tamar", token).text.contains("Record a visit"))
        let page = try await fixture.get("/children/ssd:tamar/visits/new", token)
        #expect(page.status == .conflict)
        #expect(page.text.contains("kept in another system"))
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        let sent = try await fixture.post(
            "/children/ssd:tamar/visits/new", token, "csrf=\(csrf)&record=x&on=20+Nov+2026&seen=yes&alone=yes")
        #expect(sent.status == .conflict)
    }
}
