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

/// A request for access through the real router: pages are read and marked, and a second person gives what is left. Today is Sat 21 Nov 2026.
@Suite struct AccessRequestRoutesTests: TakesSteps {
    private static let secret = "Zarquonville"

    /// Tamar's mother asks; two notes stand on the record, one of which names the neighbour who called.
    private func world() async throws -> (ServerFixture, request: String) {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.store.save(
            User(council: record.council, id: "dee", name: "Dee Invented", role: .director))
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let ana = try fixture.signIn(.manager, user: "ana")
        try await take(
            "note",
            "on=6+Oct+2026&significant=no&text=Seen+at+school.+Mrs+Neighbour+of+\(Self.secret)+called.+All+well.",
            fixture, ben)
        try await take(
            "note", "on=7+Oct+2026&significant=no&text=A+plain+note", fixture, ben, form: "second")
        let asked = try await take(
            "subject-access", "asked-by=Jane+Okoro&relation=her+mother&proof=Passport&on=18+Nov+2026", fixture, ana)
        try #require(asked.status == .seeOther, "\(asked.text.suffix(1500))")
        return (fixture, try #require(try await journey(fixture).casework.accessRequests.first).id.text)
    }

    private func send(
        _ body: String, _ request: String, _ fixture: ServerFixture, _ token: SecretToken, child: String? = nil
    ) async throws -> TestResponse {
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post("\(child ?? address)/access/\(request)", token, "csrf=\(csrf)&\(body)")
    }

    private func page(_ request: String, _ fixture: ServerFixture, _ token: SecretToken) async throws -> TestResponse {
        try await fixture.get("\(address)/access/\(request)", token)
    }

    private func hidden(_ name: String, _ page: String) throws -> String {
        let start = try #require(page.range(of: "name=\"\(name)\" value=\""))
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The number of the line in which words stand, as its fields are named.
    private func line(telling words: String, _ page: String) throws -> String {
        let end = try #require(page.range(of: words)).lowerBound
        let start = try #require(page[..<end].range(of: "name=\"leave-", options: .backwards)).upperBound
        return String(page[start...].prefix { $0.isNumber })
    }

    /// Marks the neighbour's words and hands it over.
    private func prepared(by user: UserID = "ana") async throws -> (ServerFixture, request: String) {
        let (fixture, request) = try await world()
        let token = try fixture.signIn(.manager, user: user)
        let reading = try await page(request, fixture, token).text
        let at = try line(telling: Self.secret, reading)
        let kept = try await send(
            "do=next&page=1&digest=\(try hidden("digest", reading))"
                + "&words-\(at)=Mrs+Neighbour+of+\(Self.secret)&reason-\(at)=third-party", request, fixture, token)
        try #require(kept.status == .seeOther, "\(kept.text.suffix(1500))")
        let read = try await page(request, fixture, token).text
        let handed = try await send(
            "do=hand-over&seen=\(try hidden("seen", read))", request, fixture, token)
        try #require(handed.status == .seeOther, "\(handed.text.suffix(1500))")
        return (fixture, request)
    }

    @Test func `the page tells the record as it was known when it was asked for, and not what came later`() async throws
    {
        let (fixture, request) = try await world()
        try await take(
            "note", "on=20+Nov+2026&significant=no&text=Written+since", fixture,
            try fixture.signIn(.socialWorker, user: "ben"), form: "since")
        let answer = try await page(request, fixture, try fixture.signIn(.manager, user: "ana"))
        #expect(answer.status == .ok)
        #expect(answer.text.contains(Self.secret) && answer.text.contains("A plain note"))
        #expect(!answer.text.contains("Written since"))
        #expect(answer.text.contains("Not read yet, or changed since: page 1"))
        #expect(
            try await fixture.get(address, try fixture.signIn(.manager, user: "ana")).text.contains(
                "/access/\(request)"))
    }

    @Test func `a passage needs a reason, and must stand in what it is taken from`() async throws {
        let (fixture, request) = try await world()
        let ana = try fixture.signIn(.manager, user: "ana")
        let reading = try await page(request, fixture, ana).text
        let digest = try hidden("digest", reading)
        let at = try line(telling: Self.secret, reading)
        let bare = try await send("do=next&page=1&digest=\(digest)&words-\(at)=All+well.", request, fixture, ana)
        #expect(bare.status == .unprocessableContent && bare.text.contains("Choose why it is left out"))
        let other = try await send(
            "do=next&page=1&digest=\(digest)&words-\(at)=Nowhere&reason-\(at)=health", request, fixture, ana)
        #expect(other.status == .unprocessableContent && other.text.contains("does not stand in this"))
        let invented = try await send(
            "do=next&page=1&digest=\(digest)&words-\(at)=All+well.&reason-\(at)=because", request, fixture, ana)
        #expect(invented.status == .unprocessableContent)
        #expect(try await send("do=next&page=1&digest=0&words-0=x", request, fixture, ana).status == .conflict)
        let seen = try #require(try await journey(fixture).casework.accessRequests.first).place
        let unread = try await send("do=hand-over&seen=\(seen)", request, fixture, ana)
        #expect(unread.status == .unprocessableContent && unread.text.contains("mark the pages that are not read yet"))
        #expect(try await journey(fixture).casework.accessRequests.first?.body.pagesRead == nil)
    }

    @Test func `what is marked is kept on the record, by its place and without its words, and shown again`()
        async throws
    {
        let (fixture, request) = try await prepared()
        let marks = try #require(try await journey(fixture).casework.accessRequests.first?.body.pagesRead?.first)
        #expect(marks.redactions.count == 1 && marks.redactions.first?.reason == "third-party")
        let stored = try JSONEncoder().encode(marks)
        #expect(!String(decoding: stored, as: UTF8.self).contains(Self.secret))
        let ana = try fixture.signIn(.manager, user: "ana")
        let back = try await send(
            "do=keep-back&seen=\(try hidden("seen", page(request, fixture, ana).text))&why=One+more+look", request,
            fixture, ana)
        #expect(back.status == .seeOther)
        let again = try await page(request, fixture, ana).text
        #expect(again.contains("One more look") && again.contains(">Mrs Neighbour of \(Self.secret)</textarea>"))
    }

    @Test func `a second person gives it, and the words that were left out are nowhere in what was given`() async throws
    {
        let (fixture, request) = try await prepared()
        let dee = try fixture.signIn(.director, user: "dee")
        let waiting = try await page(request, fixture, dee).text
        #expect(!waiting.contains(Self.secret), "the second person reads it as it would be given")
        #expect(waiting.contains("[left out]") && waiting.contains("It is about somebody else"))
        let seen = try hidden("seen", waiting)
        let hasty = try await send("do=give&seen=\(seen)", request, fixture, dee)
        #expect(hasty.status == .unprocessableContent && hasty.text.contains("Read all of it first"))
        let given = try await send("do=give&seen=\(seen)&read=yes", request, fixture, dee)
        #expect(given.status == .seeOther, "\(given.text.suffix(1500))")
        let ended = try #require(try await journey(fixture).casework.accessRequests.first).body
        #expect(ended.end == .given && ended.endedBy == "dee" && !ended.waits)
        #expect(ended.answeredOn == (try day("2026-11-21")))
        let file = try await fixture.get("\(address)/documents/given-\(request)", dee)
        #expect(file.status == .ok && file.text.contains("Seen at school. [left out] called. All well."))
        #expect(file.text.contains("A plain note") && file.text.contains("Jane Okoro"))
        #expect(!file.text.lowercased().contains(Self.secret.lowercased()) && !file.text.contains("Neighbour"))
        #expect(!file.text.contains("It is about somebody else"), "the reasons are kept inside")
        let after = try await page(request, fixture, dee).text
        #expect(after.contains("What was given on") && after.contains("1 passage") && !after.contains(Self.secret))
        // What was given is given once.
        #expect(try await send("do=give&seen=\(seen)&read=yes", request, fixture, dee).status == .conflict)
    }

    @Test func `whoever marked it does not give it, and nobody gives another version than the one they read`()
        async throws
    {
        let (fixture, request) = try await prepared()
        let ana = try fixture.signIn(.manager, user: "ana")
        let waiting = try await page(request, fixture, ana).text
        #expect(waiting.contains("somebody else reads it and gives it") && !waiting.contains("It may be given"))
        let seen = try hidden("seen", waiting)
        let own = try await send("do=give&seen=\(seen)&read=yes", request, fixture, ana)
        #expect(own.status == .unprocessableContent && own.text.contains("somebody else gives it"))
        let dee = try fixture.signIn(.director, user: "dee")
        #expect(try await send("do=give&seen=1&read=yes", request, fixture, dee).status == .conflict)
        #expect(try await journey(fixture).casework.accessRequests.first?.body.waits == true)
    }

    @Test func `what is withheld after it was read stops it until its page is read again`() async throws {
        let (fixture, request) = try await prepared()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        try await take("contact-detail", "fact=school&words=\(Self.secret)&on=5+Oct+2026", fixture, ben, form: "school")
        try await take("withholding", "facts=school&from=Jane&why=Fear&since=5+Oct+2026", fixture, ben)
        let dee = try fixture.signIn(.director, user: "dee")
        let waiting = try await page(request, fixture, dee).text
        #expect(!waiting.contains(Self.secret))
        let stale = try await send(
            "do=give&seen=\(try hidden("seen", waiting))&read=yes", request, fixture, dee)
        #expect(stale.status == .unprocessableContent && stale.text.contains("has changed since its pages were read"))
    }

    @Test func `what turns out to be about another child is not given, though it stood here when it was asked for`()
        async throws
    {
        let (fixture, request) = try await prepared()
        let ana = try fixture.signIn(.manager, user: "ana")
        let note = try #require(try await journey(fixture).casework.notes.first { $0.body.text == "A plain note" })
        let sealed = try await fixture.post(
            "\(address)/wrong-child", ana,
            "csrf=\(fixture.formToken(ana))&recording=\(note.place)&to=nobody&why=Another+Tamar")
        try #require(sealed.status == .seeOther, "\(sealed.text.suffix(1500))")
        let dee = try fixture.signIn(.director, user: "dee")
        let waiting = try await page(request, fixture, dee).text
        #expect(!waiting.contains("A plain note"))
        let stale = try await send("do=give&seen=\(try hidden("seen", waiting))&read=yes", request, fixture, dee)
        #expect(stale.status == .unprocessableContent && stale.text.contains("has changed since its pages were read"))
    }

    @Test func `a request is found on its own child alone, and by nobody else's role`() async throws {
        let (fixture, request) = try await world()
        try await fixture.record?.record(
            [("person", Person(forename: "Kacper", surname: "Nowak", bornOn: try day("2017-02-11")))],
            about: "record:kacper")
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(try await fixture.get("/children/record:kacper/access/\(request)", ana).status == .notFound)
        let moved = try await send("do=next&page=1", request, fixture, ana, child: "/children/record:kacper")
        #expect(moved.status == .notFound)
        for role in Role.allCases where ![.manager, .director].contains(role) {
            let token = try fixture.signIn(role, user: "reader")
            #expect(try await page(request, fixture, token).status == .forbidden, "\(role)")
            #expect(try await send("do=next&page=1", request, fixture, token).status == .forbidden, "\(role)")
        }
    }

    @Test func `a name of a relative is ticked where it stands until somebody says it may stay`() async throws {
        let (fixture, request) = try await world()
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        let csrf = fixture.formToken(ben)
        let mother = try await fixture.post(
            "\(address)/adults/new", ben,
            "csrf=\(csrf)&form=form-aunt&forename=Mildred&surname=Neighbour&sex=F&kind=mother&lives=yes&carer=yes"
                + "&responsibility=yes")
        try #require(mother.status == .seeOther, "\(mother.text.suffix(1500))")
        let ana = try fixture.signIn(.manager, user: "ana")
        let reading = try await page(request, fixture, ana).text
        let at = try line(telling: Self.secret, reading)
        #expect(reading.contains("Wherever it stands here: Neighbour"))
        let kept = try await send(
            "do=next&page=1&digest=\(try hidden("digest", reading))&leave-\(at)=n:Neighbour", request, fixture, ana)
        #expect(kept.status == .seeOther, "\(kept.text.suffix(1500))")
        let read = try #require(try await journey(fixture).casework.accessRequests.first?.body.pagesRead?.first)
        #expect(read.redactions.map(\.reason) == ["third-party"])
        #expect(read.redactions.first?.range?.count == "Neighbour".count)
    }
}
