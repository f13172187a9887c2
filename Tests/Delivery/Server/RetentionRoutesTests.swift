import AccessRules
import ChildJourney
import Foundation
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// The end of a record's retention through the real router: one proposes, another confirms. Today is Sat 21 Nov 2026.
@Suite struct RetentionRoutesTests: TakesSteps {
    private let old: SubjectID = "record:old"
    private var end: String { "/children/record:old/destruction" }

    /// Beside Tamar, who is open, somebody about whom there was one contact long ago.
    private func world() async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.record(
            [
                ("person", Person(forename: "Wilf", surname: "Longago", bornOn: try day("1999-02-11"))),
                ("C1", Contact(receivedOn: try day("2010-03-01"), outcome: .noFurtherAction)),
            ], about: old)
        try await record.store.save(
            User(council: record.council, id: "dee", name: "Dee Invented", role: .director))
        return fixture
    }

    private func send(_ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken) async throws
        -> TestResponse
    {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    private func propose(_ fixture: ServerFixture, by user: UserID = "ana") async throws {
        let sent = try await send(
            end, "do=propose&form=destruction-1&authority=Schedule+of+2026", fixture,
            try fixture.signIn(.manager, user: user))
        #expect(sent.status == .seeOther, "\(sent.text.suffix(1500))")
    }

    private func seen(_ page: String) throws -> String {
        let start = try #require(page.range(of: "name=\"seen\" value=\""))
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test func `what is past its retention is listed with the row that says so, and what is open is not`() async throws
    {
        let fixture = try await world()
        let page = try await fixture.get("/retention", try fixture.signIn(.manager, user: "ana"))
        #expect(page.status == .ok)
        #expect(page.text.contains("1 record is past the time"))
        #expect(page.text.contains("Longago") && page.text.contains("6 years from the last day anything happened"))
        #expect(
            page.text.contains("your council&#39;s own setting") || page.text.contains("Your council&#39;s own setting")
        )
        #expect(!page.text.contains("Okoro"))
    }

    @Test func `one proposes, somebody else sees what goes and what stays, and confirms`() async throws {
        let fixture = try await world()
        try await propose(fixture)
        let dee = try fixture.signIn(.director, user: "dee")
        let page = try await fixture.get(end, dee).text
        #expect(page.contains("What goes, and cannot be brought back") && page.contains("What stays"))
        #expect(page.contains("Proposed by Ana Reyes"))
        let seen = try seen(page)
        let hasty = try await send(end, "do=confirm&seen=\(seen)&read=yes", fixture, dee)
        #expect(hasty.status == .unprocessableContent && hasty.text.contains("Compare it with the council"))
        let sent = try await send(end, "do=confirm&seen=\(seen)&read=yes&confirmed=yes", fixture, dee)
        #expect(sent.status == .seeOther)
        #expect(try await fixture.get("/children/record:old", dee).status == .notFound)
        let record = try #require(fixture.record)
        let report = try await record.store.verify(record.council, expecting: nil)
        #expect(report.isWhole && report.erased == 3)
    }

    @Test func `the proposer does not confirm it, and may take it back`() async throws {
        let fixture = try await world()
        try await propose(fixture)
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get(end, ana).text
        #expect(page.contains("somebody else confirms it") && !page.contains("Destroy this record"))
        let number = try #require(fixture.record).store
        let head = try await number.head(of: #require(fixture.record).council).sequence
        let own = try await send(end, "do=confirm&seen=\(head)&read=yes&confirmed=yes", fixture, ana)
        #expect(own.status == .unprocessableContent && own.text.contains("You proposed it yourself"))
        #expect(try await send(end, "do=decline&why=A+claim+may+come", fixture, ana).status == .seeOther)
        #expect(try await fixture.get(end, ana).text.contains("Propose to destroy it"))
    }

    @Test(arguments: Role.allCases.filter { ![.manager, .director].contains($0) })
    func `nobody else sees the list, proposes or confirms`(role: Role) async throws {
        let fixture = try await world()
        try await propose(fixture)
        let token = try fixture.signIn(role, user: "reader")
        #expect(try await fixture.get("/retention", token).status == .forbidden)
        #expect(try await fixture.get(end, token).status == .forbidden)
        for act in ["propose&form=destruction-2&authority=x", "confirm&seen=5&read=yes&confirmed=yes", "decline&why=x"]
        {
            #expect(try await send(end, "do=\(act)", fixture, token).status == .forbidden)
        }
        #expect(
            try await send("/retention/holds", "form=hold-1&why=x&authority=y", fixture, token).status == .forbidden)
        #expect(
            try await send("/children/record:old/steps/legal-hold", "form=form-1&why=x&authority=y", fixture, token)
                .status == .forbidden)
    }

    @Test func `an open child is never offered`() async throws {
        let fixture = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get("\(address)/destruction", ana)
        #expect(page.text.contains("something about this child has no end yet"))
        #expect(page.text.contains("It cannot be destroyed now."))
        let sent = try await send(
            "\(address)/destruction", "do=propose&form=destruction-1&authority=Schedule", fixture, ana)
        #expect(sent.status == .unprocessableContent && sent.text.contains("not past its retention"))
    }

    @Test func `what stays for good does not name the child`() async throws {
        let fixture = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await send(end, "do=propose&form=destruction-1&authority=Wilf%27s+file", fixture, ana)
        #expect(sent.status == .unprocessableContent && sent.text.contains("leave the name out"))
    }

    @Test func `a hold is shown on the child's page, keeps the record, and is ended by somebody else`() async throws {
        let fixture = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.director, user: "dee")
        try await propose(fixture, by: "eve")
        let steps = "/children/record:old/steps"
        let put = try await send("\(steps)/legal-hold", "form=form-1&why=A+claim&authority=County+Court", fixture, ana)
        #expect(put.status == .seeOther, "\(put.text.suffix(1500))")
        let page = try await fixture.get("/children/record:old", try fixture.signIn(.socialWorker, user: "ben")).text
        #expect(page.contains("A legal hold stands on this record since"))
        #expect(try await fixture.get("/retention", ana).text.contains("a legal hold on this record"))
        #expect(try await fixture.get(end, dee).text.contains("It cannot be destroyed now."))
        let own = try await send("\(steps)/legal-hold-ended", "form=form-2&why=Over", fixture, ana)
        #expect(own.status == .unprocessableContent && own.text.contains("You put it on yourself"))
        let ended = try await send("\(steps)/legal-hold-ended", "form=form-3&why=Settled", fixture, dee)
        #expect(ended.status == .seeOther, "\(ended.text.suffix(1500))")
        #expect(try await fixture.get(end, dee).text.contains("Destroy this record"))
    }

    @Test func `a request for access keeps it until it has ended, and how it ended is told`() async throws {
        let fixture = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let steps = "/children/record:old/steps"
        let asked = try await send(
            "\(steps)/subject-access",
            "form=form-1&asked-by=Wilf+Longago&relation=himself&proof=Passport&on=18+Nov+2026", fixture, ana)
        #expect(asked.status == .seeOther, "\(asked.text.suffix(1500))")
        let page = try await fixture.get("/children/record:old", ana).text
        #expect(page.contains("to be answered by Fri 18 Dec 2026"))
        #expect(try await fixture.get(end, ana).text.contains("It cannot be destroyed now."))
        let early = try await send(
            "\(steps)/subject-access-end", "form=form-2&how=taken-back&on=17+Nov+2026&why=Wrote+again", fixture, ana)
        #expect(early.status == .unprocessableContent && early.text.contains("Enter a day from"))
        let ended = try await send(
            "\(steps)/subject-access-end", "form=form-3&how=taken-back&on=20+Nov+2026&why=Wrote+again", fixture, ana)
        #expect(ended.status == .seeOther, "\(ended.text.suffix(1500))")
        let after = try await fixture.get("/children/record:old", ana).text
        #expect(!after.contains("to be answered by Fri 18 Dec 2026</a>"))
        #expect(after.contains("Taken back by whoever asked") && after.contains("Wrote again"))
        #expect(try await fixture.get(end, ana).text.contains("Propose to destroy it"))
    }

    @Test func `a hold on every record keeps them all, and is ended by somebody else`() async throws {
        let fixture = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let dee = try fixture.signIn(.director, user: "dee")
        let empty = try await send("/retention/holds", "form=hold-1&why=&authority=", fixture, ana)
        #expect(empty.status == .unprocessableContent)
        let body = "form=hold-1&why=An+inquiry&authority=Its+letter"
        #expect(try await send("/retention/holds", body, fixture, ana).status == .seeOther)
        #expect(try await send("/retention/holds", body, fixture, ana).status == .seeOther, "sent twice, recorded once")
        #expect(try await fixture.get("/retention", ana).text.contains("a legal hold on every record of the council"))
        let own = try await send("/retention/holds/hold-1", "ended-hold-1=Over", fixture, ana)
        #expect(own.status == .unprocessableContent && own.text.contains("You put it on yourself"))
        #expect(try await send("/retention/holds/hold-2", "ended-hold-2=Over", fixture, dee).status == .notFound)
        #expect(try await send("/retention/holds/hold-1", "ended-hold-1=Over", fixture, dee).status == .seeOther)
        #expect(try await fixture.get("/retention", ana).text.contains("Ended on"))
    }

    @Test func `a restricted record is counted, and only those named see its end`() async throws {
        let fixture = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await send(
            "/children/record:old/restriction", "seen=0&do=restrict&named=ana&why=Known+to+staff", fixture, ana)
        #expect(sent.status == .seeOther)
        let dee = try fixture.signIn(.director, user: "dee")
        let list = try await fixture.get("/retention", dee).text
        #expect(list.contains("1 record is past") && !list.contains("Longago"))
        #expect(list.contains("1 of those on this page may be opened only by the people named on them"))
        #expect(try await fixture.get(end, dee).status == .forbidden)
        #expect(try await fixture.get(end, ana).text.contains("Longago"))
    }
}
