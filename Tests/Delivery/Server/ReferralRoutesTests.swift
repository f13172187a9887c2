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

@Suite struct ReferralRoutesTests {
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.goLive(from: #require(Day("2026-01-05")))
        fixture.record = record
        return fixture
    }

    private func send(
        _ fixture: ServerFixture, _ token: SecretToken, _ body: String, to address: String = "/referrals/new"
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(address, token, "csrf=\(csrf)&\(body)")
    }

    private let asha =
        "record=referral-a&forename=Asha&surname=Rahman&born=4/5/2018&received=20+Nov+2026&harm=yes&source=6&need=N1&decision=accepted"

    @Test func `a child nobody knows is referred after a search, and their clocks start`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        #expect(try await fixture.get("/referrals/new", token).location == "/search")
        let search = try await fixture.get("/search?q=Asha+Rahman", token).text
        #expect(search.contains("/referrals/new?searched=Asha%20Rahman"))
        let page = try await fixture.get("/referrals/new?searched=Asha%20Rahman", token).text
        #expect(page.contains("value=\"Asha\"") && page.contains("value=\"Rahman\""))
        let sent = try await send(fixture, token, asha)
        #expect(sent.status == .seeOther)
        let child = try await fixture.get(try #require(sent.location), token).text
        #expect(child.contains("Asha Rahman"))
        #expect(child.contains("Referral"))
        #expect(child.contains("Record a visit"))
        // 20 working days from Friday 20 November 2026.
        #expect(child.contains("Fri 18 Dec 2026"))
        #expect(!child.contains("Not one check could be made"))
        #expect(try await fixture.get("/search?q=rahman", token).text.contains("Asha Rahman"))
        #expect(try await send(fixture, token, asha).location == sent.location)
        let record = try #require(fixture.record)
        #expect(try await record.store.head(of: record.council).sequence == 3)
    }

    @Test(arguments: ["referral", "contact"])
    func `whether the family agreed to a service is asked apart from the right to share, and nothing waits for it`(
        what: String
    ) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        let told = "&what=\(what)&about=Bruises&serviceBy=her+mother"
        let ahead = try await send(fixture, token, asha + told + "&service=agreed&serviceOn=25+Nov+2026")
        #expect(ahead.status == .unprocessableContent && ahead.text.contains("href=\"#serviceOn\""))
        let sent = try await send(fixture, token, asha + told + "&service=declined&serviceOn=20+Nov+2026")
        #expect(sent.status == .seeOther)
        let child = try await fixture.get(try #require(sent.location), token).text
        #expect(child.contains("Her mother declined the service on Fri 20 Nov 2026"))
    }

    @Test func `a child who may be known already is not made again without somebody having looked`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        _ = try await send(fixture, token, asha)
        let second = asha.replacing("referral-a", with: "referral-b").replacing("Rahman", with: "Rehman")
        let asked = try await send(fixture, token, second)
        #expect(asked.status == .unprocessableContent)
        #expect(asked.text.contains("Is it one of these children?"))
        #expect(asked.text.contains("Asha Rahman"))
        #expect(asked.text.contains("/children/record:referral-a/referrals/new"))
        #expect(try await send(fixture, token, second + "&none=yes").status == .seeOther)
    }

    @Test func `children alike are shown with how likely it is and every reason, and what was typed is kept once`()
        async throws
    {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        let more = "&address=9+Old+Lane&postcode=ZZ99+1AA&siblings=Kacper&nhs=943+476+5919"
        _ = try await send(fixture, token, asha + more)
        let record = try #require(fixture.record)
        #expect(try await record.store.head(of: record.council).sequence == 5, "the address and the names are kept")
        let again = asha.replacing("referral-a", with: "referral-b").replacing("born=4/5/2018", with: "born=5/4/2018")
        let asked = try await send(fixture, token, again.replacing("Rahman", with: "Rehman") + "&address=9+Old+Ln")
        #expect(asked.status == .unprocessableContent)
        #expect(asked.text.contains("Very likely the same child."))
        #expect(
            asked.text.contains(
                "Same first name; surname with a letter different; day and month of birth swapped; same address."))
        #expect(asked.text.contains("9 Old Ln"), "what was typed stays")
        let wrong = try await send(fixture, token, asha + "&nhs=9434765910")
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("That is no NHS number"))
    }

    @Test func `a restricted child who is alike is counted and not named, and has to be looked past`() async throws {
        let fixture = try await fixture()
        _ = try await send(fixture, try fixture.signIn(.manager), asha)
        try await fixture.record?.restrict("record:referral-a", to: ["u1"])
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let second = asha.replacing("referral-a", with: "referral-b").replacing("&decision=accepted", with: "")
        let asked = try await send(fixture, ben, second)
        #expect(asked.status == .unprocessableContent)
        #expect(asked.text.contains("1 restricted record is like this and is not shown. Ask a team manager."))
        #expect(asked.text.contains("/children/record:referral-a/break-glass"))
        #expect(!asked.text.contains("likely the same child"))
        #expect(try await send(fixture, ben, second + "&none=yes").status == .seeOther)
    }

    @Test func `a second referral of a known child is added to their story`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        _ = try await send(fixture, token, asha)
        let address = "/children/record:referral-a/referrals/new"
        #expect(try await fixture.get(address, token).text.contains("Record a referral of <bdi>Asha Rahman</bdi>"))
        let sent = try await send(
            fixture, token, "record=referral-c&received=21+Nov+2026&harm=no&decision=no-further-action", to: address)
        #expect(sent.location == "/children/record:referral-a")
        #expect(try await fixture.get("/children/record:referral-a", token).text.contains("No further action."))
    }

    @Test(arguments: [
        ("surname=", "surname"), ("received=1+Jan+2027", "received"), ("harm=", "harm"), ("born=4/5/1970", "born"),
        ("born=1/1/2028", "born"),
        ("source=ZZ", "source"), ("need=N99", "need"), ("decision=later", "decision"),
    ])
    func `what is wrong is said beside its field, and nothing is recorded`(change: String, field: String) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        let kept = asha.split(separator: "&").filter { !$0.hasPrefix("\(field)=") }.joined(separator: "&")
        let sent = try await send(fixture, token, "\(kept)&\(change)")
        #expect(sent.status == .unprocessableContent)
        #expect(sent.text.contains("href=\"#\(field)\""))
        let record = try #require(fixture.record)
        #expect(try await record.store.head(of: record.council).sequence == 1)
    }

    @Test func `whoever is no manager records the referral and leaves the decision to one`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.frontDoor)
        #expect(!(try await fixture.get("/referrals/new?searched=Asha", token).text.contains("name=\"decision\"")))
        let refused = try await send(fixture, token, asha)
        #expect(refused.status == .unprocessableContent && refused.text.contains("A manager decides a referral"))
        let sent = try await send(fixture, token, asha.replacing("&decision=accepted", with: ""))
        #expect(sent.status == .seeOther)
        #expect(try await fixture.get("/children/record:referral-a", token).text.contains("No decision is recorded."))
    }

    @Test func `a contact about a child nobody knows is decided, and becomes a referral that is not typed twice`()
        async throws
    {
        let fixture = try await fixture()
        let token = try fixture.signIn(.frontDoor)
        let contact =
            "record=referral-k&what=contact&about=She+came+without+a+coat&forename=Kit&surname=Madeup&born=4/5/2018"
            + "&received=20+Nov+2026&harm=yes&source=6"
        #expect(
            try await send(fixture, token, contact.replacing("She+came+without+a+coat", with: "")).status
                == .unprocessableContent)
        let sent = try await send(fixture, token, contact)
        #expect(sent.location == "/children/record:referral-k")
        let page = try await fixture.get("/children/record:referral-k", token).text
        #expect(page.contains("She came without a coat.") && page.contains("Decide a contact"))
        let address = "/children/record:referral-k/steps/contact-decision"
        let decision = "form=form-1&of=referral-k&why=A+child+is+cold&told=yes&outcome="
        let closed = try await send(fixture, token, decision + "no-further-action", to: address)
        #expect(closed.status == .unprocessableContent && closed.text.contains("Harm is alleged"))
        #expect(try await send(fixture, token, decision + "referral", to: address).status == .seeOther)
        let after = try await fixture.get("/children/record:referral-k", token).text
        #expect(after.contains("Became a referral.") && after.contains("Harm was alleged"))
        let waiting = try await fixture.get("/work", try fixture.signIn(.manager, user: "ana")).text
        #expect(waiting.contains("/children/record:referral-k/steps/referral-decision"))
    }

    @Test func `harm alleged about an open child starts its clocks in two clicks`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.manager)
        _ = try await send(fixture, token, asha.replacing("harm=yes", with: "harm=no"))
        let address = "/children/record:referral-a"
        #expect(try await fixture.get(address, token).text.contains("Harm was alleged") == false)
        #expect(try await fixture.get(address + "/steps", token).text.contains("/steps/harm-alleged"))
        // The second click: nothing needs to be typed.
        let sent = try await send(fixture, token, "form=form-2&on=19+Nov+2026", to: address + "/steps/harm-alleged")
        #expect(sent.status == .seeOther)
        let page = try await fixture.get(address, token).text
        #expect(page.contains("no decision is recorded whether there is reasonable cause"))
        #expect(page.contains("no visit on which the child was seen is known to be since"))
    }

    @Test(arguments: [Role.analyst, .member, .administrator])
    func `whoever may not record a referral makes no child`(role: Role) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role)
        #expect(try await fixture.get("/referrals/new?searched=x", token).status == .forbidden)
        #expect(try await send(fixture, token, asha).status == .forbidden)
        let record = try #require(fixture.record)
        #expect(try await record.store.head(of: record.council).sequence == 1)
    }

    @Test func `in a council that loads files a referral is recorded in its own system`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        let token = try fixture.signIn(.manager)
        #expect(try await !fixture.get("/search?q=okoro", token).text.contains("/referrals/new"))
        #expect(try await fixture.get("/referrals/new?searched=x", token).status == .conflict)
        #expect(try await send(fixture, token, asha).status == .conflict)
    }
}
