import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing
import WorkingDays

/// Choosing a chronology, and what of it goes out. Today is Sat 21 Nov 2026.
@Suite struct ChronologyRoutesTests: TakesSteps {
    private func told() async throws -> ServerFixture {
        let fixture = try await fixture()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("note", "on=6+Oct+2026&significant=yes&text=A+bruise+was+seen", fixture, ben, form: "one")
        try await take("note", "on=7+Oct+2026&significant=no&text==2%2B3+was+written", fixture, ben, form: "two")
        return fixture
    }

    private func send(_ fixture: ServerFixture, _ token: SecretToken, _ body: String) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(address)/chronology", token, "csrf=\(csrf)&form=form-chronology&\(body)")
    }

    private let bruise = "case-note%7Cform-one%7C2026-10-06"
    private let sum = "case-note%7Cform-two%7C2026-10-07"

    @Test func `what is chosen is kept for whoever chose it, page by page, and for nobody else`() async throws {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let kept = try await send(
            fixture, ben, "do=keep&significant=yes&shown=\(bruise)&chosen=\(bruise)&meant-0=The+first+injury")
        #expect(kept.headers[.location] == "\(address)/chronology?significant=yes")
        // A second page leaves what was chosen on the first.
        _ = try await send(fixture, ben, "do=keep&shown=\(sum)&chosen=\(sum)")
        let page = try await fixture.get("\(address)/chronology?only-chosen=yes", ben).text
        #expect(page.contains("2 entries chosen.") && page.contains("value=\"The first injury\""))
        #expect(page.contains("A bruise was seen") && !page.contains("value=\"referral|R1"))
        _ = try await send(fixture, ben, "do=keep&shown=\(sum)")
        #expect(try await fixture.get("\(address)/chronology", ben).text.contains("1 entry chosen."))
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("\(address)/chronology", ana).text.contains("0 entries chosen."))
        #expect(try await fixture.get("/work", ben).text.contains("\(address)/chronology?only-chosen=yes"))
    }

    @Test func `what was chosen goes out as it was chosen, after a second person, as a page and as a table`()
        async throws
    {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let ana = try fixture.signIn(.manager, user: "ana")
        for _ in 0..<2 {
            let sent = try await send(
                fixture, ben,
                "do=prepare&recipient=%3DJane&relation=mother&shown=\(bruise)&shown=\(sum)&chosen=\(sum)&meant-1=%2Bmore"
            )
            #expect(sent.headers[.location] == "\(address)/outgoing/form-chronology")
        }
        let documents = try await journey(fixture).casework.outgoingDocuments
        #expect(documents.count == 1, "sent twice, prepared once")
        #expect(documents.first?.body.chosen?.map(\.meant) == ["+more"], "what was chosen is kept with it")
        let page = try await fixture.get("\(address)/outgoing/form-chronology", ben).text
        #expect(page.contains("=2+3 was written") && page.contains("+more") && !page.contains("A bruise"))
        #expect(!page.contains("table.csv"))
        let early = try await fixture.get("\(address)/outgoing/form-chronology/table.csv", ben)
        #expect(early.status == .conflict && !early.text.contains("was written"))
        // The record goes on; what was prepared does not.
        try await take("note", "on=20+Nov+2026&significant=yes&text=Written+since", fixture, ben, form: "since")
        try await take(
            "outgoing-document-release", "of=form-chronology&read=yes&decision=release", fixture, ana, form: "ana")
        let released = try await fixture.get("\(address)/outgoing/form-chronology", ben).text
        #expect(released.contains("table.csv") && !released.contains("Written since"))
        let table = try await fixture.get("\(address)/outgoing/form-chronology/table.csv", ben)
        let lines = table.text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 2 && table.headers[.contentDisposition]?.contains("Tamar") == false)
        #expect(lines.last?.contains("\"'=2+3 was written.\",\"'+more\",\"'=Jane, mother\"") == true, "\(table.text)")
    }

    @Test(
        arguments: [
            ("recipient=Jane&relation=mother", "Choose at least one entry"),
            ("relation=mother&shown=X&chosen=X", "Enter who it is for"),
            ("recipient=Jane&shown=X&chosen=X", "Enter who they are to the child"),
        ])
    func `nothing goes out without entries, or without saying for whom`(body: String, problem: String) async throws {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let sent = try await send(fixture, ben, "do=prepare&\(body.replacing("X", with: bruise))")
        #expect(sent.status == .unprocessableContent && sent.text.contains(problem))
        #expect(try await journey(fixture).casework.outgoingDocuments.isEmpty)
    }

    @Test func `an entry that was corrected to another day has to be chosen again, and the page says so`() async throws
    {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await send(fixture, ben, "do=keep&shown=\(bruise)&chosen=\(bruise)")
        try await correct(
            CaseNote(on: try day("2026-10-05"), text: "A bruise was seen", significant: true), id: "form-one", fixture)
        let page = try await fixture.get("\(address)/chronology", ben).text
        #expect(page.contains("0 entries chosen.") && page.contains("1 entry you chose has been recorded otherwise"))
    }

    @Test func `what an entry meant does not tell what is withheld`() async throws {
        let fixture = try await told()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await send(fixture, ben, "do=keep&shown=\(bruise)&chosen=\(bruise)&meant-0=Then+to+ZZ98+7QX")
        try await take("address", "address=9+Secret+Lane&postcode=ZZ98+7QX&on=5+Oct+2026", fixture, ben)
        try await take("withholding", "facts=address&from=John&why=Fear&since=5+Oct+2026", fixture, ben)
        let page = try await fixture.get("\(address)/chronology", ben).text
        #expect(!page.contains("ZZ98 7QX") && page.contains("Then to [address withheld]"))
        let told = try await send(fixture, ben, "do=keep&shown=\(bruise)&chosen=\(bruise)&meant-0=Now+at+zz987qx")
        #expect(told.status == .unprocessableContent && told.text.contains("This tells the address"))
    }

    @Test func `of another child nothing is chosen`() async throws {
        let fixture = try await told()
        let record = try #require(fixture.record)
        try await record.record(
            [
                ("person", Person(forename: "Levan", surname: "Okoro", bornOn: try day("2017-02-11"))),
                ("form-one", CaseNote(on: try day("2026-10-06"), text: "Only of Levan", significant: true)),
            ], about: "record:levan")
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        _ = try await send(fixture, ben, "do=keep&shown=\(bruise)&chosen=\(bruise)&meant-0=The+first")
        let other = try await fixture.get("/children/record:levan/chronology", ben).text
        #expect(other.contains("0 entries chosen.") && !other.contains("A bruise"))
        let mine = try await fixture.get("\(address)/chronology", ben).text
        #expect(!mine.contains("Only of Levan"))
    }
}
