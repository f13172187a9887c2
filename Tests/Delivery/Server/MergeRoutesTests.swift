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

    // MARK: Three records of one child

    private let third = "/children/record:third"

    private func thrice() async throws -> (fixture: ServerFixture, ana: SecretToken, dee: SecretToken) {
        let fixture = try await twice()
        try await fixture.record?.record(
            [
                ("person", Person(forename: "Tamar", surname: "Pryce", bornOn: try day("2019-02-11"))),
                ("R2", Referral(receivedOn: try day("2026-10-20"), noFurtherAction: false)),
                ("N1", CaseNote(on: try day("2026-10-21"), text: "Seen at the third school")),
            ], about: "record:third")
        return (fixture, try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.manager, user: "dee"))
    }

    private func send(
        to page: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(page)/merge", token, "csrf=\(csrf)&\(body)")
    }

    /// The second to the first, and then the third.
    private func joined() async throws -> (fixture: ServerFixture, ana: SecretToken, dee: SecretToken) {
        let all = try await thrice()
        for (id, other) in [("merge-1", "again"), ("merge-2", "third")] {
            let proposed = try await send(
                "act=propose&record=\(id)&other=\(other)&why=One+mother", all.fixture, all.ana)
            #expect(proposed.status == .seeOther, "\(proposed.text.suffix(600))")
            #expect(try await send("act=confirm&of=\(id)", all.fixture, all.dee).status == .seeOther)
        }
        return all
    }

    @Test
    func `a third is joined to the record others are one with, and all is read there, what is called the same too`()
        async throws
    {
        let (fixture, ana, _) = try await joined()
        for address in [other, third] {
            let led = try await fixture.get("\(address)/steps", ana)
            #expect(led.status == .seeOther && led.location == "\(self.address)/steps", "\(address)")
        }
        let days = try await journey(fixture).referrals.map(\.receivedOn)
        #expect(
            try days == [day("2026-09-01"), day("2026-10-01"), day("2026-10-20")], "three referrals, two called R2")
        #expect(try await fixture.get(address, ana).text.contains("Seen at the third school"))
    }

    @Test(arguments: [["merge-1", "merge-2"], ["merge-2", "merge-1"]])
    func `each is undone, in whichever order, and nothing is lost`(order: [String]) async throws {
        let (fixture, ana, _) = try await joined()
        let pages = ["merge-1": other, "merge-2": third]
        for (place, id) in order.enumerated() {
            let undone = try await send("act=undo&of=\(id)&undone-why=Twins", fixture, ana)
            #expect(undone.status == .seeOther, "\(undone.text.suffix(600))")
            for (number, one) in order.enumerated() {
                let status = try await fixture.get(try #require(pages[one]), ana).status
                #expect(status == (number <= place ? .ok : .seeOther), "\(one) after \(id)")
            }
        }
        #expect(try await journey(fixture).referrals.map(\.receivedOn) == [day("2026-09-01")])
        let apart = try await fixture.get(third, ana).text
        #expect(apart.contains("Seen at the third school") && apart.contains("Tamar Pryce"))
        #expect(try await fixture.get(other, ana).text.contains("Tamar Okorro"))
    }

    @Test func `what was put right while three were one stays with its own record when the one before it goes`()
        async throws
    {
        let (fixture, ana, _) = try await joined()
        let entry = try #require(
            try await journey(fixture).referrals.first { $0.receivedOn == (try day("2026-10-20")) })
        var referral = entry.body
        referral.source = "1A"
        let record = try #require(fixture.record)
        let corrected = NewEntry(
            referral, id: entry.id, about: .child(child), by: .user("ana"), corrects: entry.place)
        guard
            case .recorded = try await record.store.append(
                [corrected], in: record.council, at: ServerFixture.moment)
        else {
            Issue.record("it goes on from the third's")
            return
        }
        _ = try await send("act=undo&of=merge-1&undone-why=Twins", fixture, ana)
        let left = try await journey(fixture).referrals
        #expect(try left.map(\.receivedOn) == [day("2026-09-01"), day("2026-10-20")])
        #expect(left.last?.body.source == "1A")
    }

    @Test func `a record others are one with is not given up: the page says to join this one to it, and leads there`()
        async throws
    {
        let (fixture, ana, dee) = try await thrice()
        _ = try await send(proposal, fixture, ana)
        let early = try await send(
            to: third, "act=propose&record=merge-2&other=tamar&why=One+mother", fixture, ana)
        #expect(early.status == .unprocessableContent && early.text.contains("that is answered first"))
        _ = try await send("act=confirm&of=merge-1", fixture, dee)
        let refused = try await send(
            to: third, "act=propose&record=merge-2&other=tamar&why=One+mother", fixture, ana)
        #expect(refused.status == .unprocessableContent && refused.text.contains("join this one to it instead"))
        #expect(refused.text.contains("\(address)/merge?other=another&amp;number=third"))
        let form = try await fixture.get("\(address)/merge?other=another&number=third", ana).text
        #expect(form.contains("value=\"third\"") && form.contains("value=\"another\" checked"))
        let joining = "act=propose&record=merge-2&other=another&number=third&why=One+mother"
        #expect(try await send(joining, fixture, ana).status == .seeOther)
        // A number that leads elsewhere says where to.
        let merged = try await send(
            to: third, "act=propose&record=merge-3&other=another&number=again&why=One+mother", fixture, ana)
        #expect(merged.status == .unprocessableContent && merged.text.contains("number, tamar"))
        let here = try await send("act=propose&record=merge-4&other=another&number=again&why=x", fixture, ana)
        #expect(here.text.contains("one with this one already"))
    }

    @Test func `a restricted one among three hides all of them, and none leads to it by its number`() async throws {
        let (fixture, ana, dee) = try await thrice()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let eve = try fixture.signIn(.manager, user: "eve")
        try await fixture.record?.restrict("record:third", to: ["ana", "dee"])
        _ = try await send(proposal, fixture, ana)
        _ = try await send("act=confirm&of=merge-1", fixture, dee)
        #expect(try await fixture.get(address, ben).status == .ok)
        let joining = "act=propose&record=merge-2&other=third&why=One+mother"
        #expect(try await send(joining, fixture, eve).status == .forbidden, "she may not open the third")
        _ = try await send(joining, fixture, ana)
        _ = try await send("act=confirm&of=merge-2", fixture, dee)
        for page in [address, other, third] {
            let answer = try await fixture.get(page, ben)
            #expect(answer.status == .forbidden || answer.location == address, "\(page)")
            #expect(!answer.text.contains("Pryce") && !answer.text.contains("third school"), "\(page)")
        }
        for word in ["tamar", "pryce", "okorro"] {
            let found = try await fixture.get("/search?q=\(word)", ben).text
            #expect(!found.contains("Okoro") && !found.contains("Pryce") && !found.contains("third\""), "\(word)")
        }
        // Somebody with a record of their own to join learns of none of them.
        try await fixture.record?.record(
            [
                ("person", Person(forename: "Tamar", surname: "Vale")),
                ("R1", Referral(receivedOn: try day("2026-11-01"))),
            ],
            about: "record:fourth")
        let asked = try await send(
            to: "/children/record:fourth", "act=propose&record=merge-5&other=another&number=third&why=x", fixture, eve)
        #expect(asked.text.contains("which you may not open") && !asked.text.contains("number, tamar"))
        let direct = try await send(
            to: "/children/record:fourth", "act=propose&record=merge-5&other=another&number=tamar&why=x", fixture, eve)
        #expect(direct.status == .forbidden)
        _ = try await send("act=undo&of=merge-2&undone-why=Twins", fixture, ana)
        #expect(try await fixture.get(address, ben).status == .ok)
        #expect(try await fixture.get(third, ben).status == .forbidden, "it is closed as before")
        #expect(try await !fixture.get(address, ben).text.contains("third school"))
    }
}
