import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Who may open Tamar's record, and opening it in an emergency, through the real router. Ben leads her; Ana and Dee are
/// managers; it is Sat 21 Nov 2026.
@Suite struct NeedToKnowTests: TakesSteps {
    private static let why = "why=A+relative+of+hers+works+here"

    private func led() async throws -> (ServerFixture, Locked<Moment>) {
        var fixture = try await fixture()
        let record = try #require(fixture.record)
        try await record.record(
            [("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02")))], about: child)
        let others: [(String, String, Role)] = [
            ("dee", "Dee Manager", .manager), ("eve", "Eve Night", .emergencyDuty),
            ("cal", "Cal Worker", .socialWorker),
            ("dot", "Dot Director", .director), ("sam", "Sam Admin", .administrator), ("ali", "Ali Analyst", .analyst),
        ]
        for (user, name, role) in others {
            try await record.store.save(User(council: record.council, id: UserID(user), name: name, role: role))
        }
        try await record.store.save(
            User(council: record.council, id: "old", name: "Olga Left", role: .manager, isActive: false))
        let clock = Locked(ServerFixture.moment)
        fixture.now = { clock.value }
        return (fixture, clock)
    }

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ token: SecretToken
    ) async throws -> TestResponse {
        try await fixture.post(path, token, "csrf=\(fixture.formToken(token))&\(body)")
    }

    private func restricted(to named: [String] = ["ana", "ben"]) async throws -> (ServerFixture, Locked<Moment>) {
        let (fixture, clock) = try await led()
        let ana = try fixture.signIn(.manager, user: "ana")
        let people = named.map { "named=\($0)" }.joined(separator: "&")
        let sent = try await send(
            "\(address)/restriction", "do=restrict&seen=0&without-lead=yes&\(people)&\(Self.why)", fixture, ana)
        try #require(sent.status == .seeOther, "\(sent.text)")
        return (fixture, clock)
    }

    private func breakGlass(
        _ fixture: ServerFixture, _ token: SecretToken, _ why: String = "Her+mother+rang+and+she+has+run+away"
    ) async throws -> TestResponse {
        try await send("\(address)/break-glass", "why=\(why)", fixture, token)
    }

    // MARK: Restricting

    @Test func `a manager restricts a record, and from then on only those named open it`() async throws {
        let (fixture, _) = try await led()
        let ana = try fixture.signIn(.manager, user: "ana")
        let form = try await fixture.get("\(address)/restriction", ana).text
        #expect(form.contains("Not restricted: everybody whose work is with children can open this record."))
        #expect(form.contains("Ben Adeyemi, social worker, leads this child"))
        for nobody in ["Sam Admin", "Olga Left"] { #expect(!form.contains(nobody)) }
        let sent = try await send(
            "\(address)/restriction", "do=restrict&seen=0&named=ana&named=ben&\(Self.why)", fixture, ana)
        #expect(sent.status == .seeOther)
        let ben = try fixture.signIn(.socialWorker, user: "ben")
        #expect(try await fixture.get(address, ben).text.contains("This record is restricted."))
        for (user, role) in [("cal", Role.socialWorker), ("dee", .manager), ("dot", .director), ("ali", .analyst)] {
            let page = try await fixture.get(address, try fixture.signIn(role, user: UserID(user)))
            #expect(page.status == .forbidden && !page.text.contains("Tamar"), "\(user)")
        }
        let today = try await fixture.get("/today", try fixture.signIn(.socialWorker, user: "cal")).text
        #expect(today.contains("1 restricted child is counted and not shown.") && !today.contains("Tamar"))
    }

    @Test(arguments: [
        ("\(Self.why)", "Choose who may open the record"),
        ("named=ana", "Enter why"),
        ("named=ana&named=old&\(Self.why)", "Choose people from the list"),
        ("named=ana&named=sam&\(Self.why)", "Choose people from the list"),
        ("named=ben&\(Self.why)", "Name yourself or another manager"),
        ("named=ana&\(Self.why)", "Ben Adeyemi leads this child and could not open the record"),
    ])
    func `what would leave a record open to nobody who answers for it is refused`(body: String, words: String)
        async throws
    {
        let (fixture, _) = try await led()
        let ana = try fixture.signIn(.manager, user: "ana")
        let sent = try await send("\(address)/restriction", "do=restrict&seen=0&\(body)", fixture, ana)
        #expect(sent.status == .unprocessableContent && sent.text.contains(words), "\(body)")
        let cal = try fixture.signIn(.socialWorker, user: "cal")
        #expect(try await fixture.get(address, cal).status == .ok, "nothing was restricted")
    }

    @Test func `whoever leads the child is left out only when that is said, and the page goes on saying it`()
        async throws
    {
        let (fixture, _) = try await restricted(to: ["ana"])
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get("\(address)/restriction", ana).text
        #expect(page.contains("Ben Adeyemi leads this child and may not open the record."))
        #expect(try await fixture.get(address, try fixture.signIn(.socialWorker, user: "ben")).status == .forbidden)
    }

    @Test func `who changed it and why stays, and two who change it at once do not write over each other`() async throws
    {
        let (fixture, _) = try await restricted()
        let ana = try fixture.signIn(.manager, user: "ana")
        let late = try await send(
            "\(address)/restriction", "do=restrict&seen=0&named=ana&named=ben&named=cal&\(Self.why)", fixture, ana)
        #expect(late.status == .conflict)
        let wider = try await send(
            "\(address)/restriction", "do=restrict&seen=1&named=ana&named=ben&named=cal&why=Cal+covers", fixture, ana)
        #expect(wider.status == .seeOther)
        #expect(try await fixture.get(address, try fixture.signIn(.socialWorker, user: "cal")).status == .ok)
        let lifted = try await send("\(address)/restriction", "do=lift&seen=2&why-lifted=She+has+left", fixture, ana)
        #expect(lifted.status == .seeOther)
        let page = try await fixture.get("\(address)/restriction", ana).text
        for words in [
            "A relative of hers works here", "Cal covers", "Open to Ana Reyes, Ben Adeyemi, Cal Worker", "She has left",
            "Not restricted any more",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(try await fixture.get(address, try fixture.signIn(.auditor, user: "reader")).status == .ok)
    }

    @Test func `nobody but a manager who is named changes who may open it`() async throws {
        let (fixture, _) = try await restricted()
        for (role, user) in [
            (Role.manager, "dee"), (.socialWorker, "ben"), (.director, "dot"), (.emergencyDuty, "eve"),
        ] {
            let token = try fixture.signIn(role, user: UserID(user))
            let sent = try await send("\(address)/restriction", "do=lift&seen=1&why-lifted=Because", fixture, token)
            #expect(sent.status == .forbidden, "\(user)")
        }
        #expect(try await fixture.get(address, try fixture.signIn(.socialWorker, user: "cal")).status == .forbidden)
    }

    // MARK: Breaking the glass

    @Test func `emergency duty is led from the closed door to the reason, and in for four hours`() async throws {
        let (made, clock) = try await restricted()
        var fixture = made
        let eve = try fixture.signIn(.emergencyDuty, user: "eve")
        let closed = try await fixture.get(address, eve).text
        #expect(closed.contains("open only to a few people named on it"))
        #expect(closed.contains("href=\"\(address)/break-glass\"") && closed.contains("Open it in an emergency"))
        #expect(try await fixture.get("/search?q=Okoro", eve).text.contains("\(address)/break-glass"))
        let asking = try await fixture.get("\(address)/break-glass", eve).text
        #expect(asking.contains("Open the record for 4 hours") && !asking.contains("Tamar"))
        #expect(try await breakGlass(fixture, eve).status == .seeOther)
        let page = try await fixture.get(address, eve).text
        #expect(page.contains("Tamar Okoro") && page.contains("You opened it in an emergency, until"))
        let note = try await take("note", "on=21+Nov+2026&significant=no&text=Found+safe", fixture, eve)
        #expect(note.status == .seeOther, "what is done is recorded too")
        #expect(try await fixture.get("\(address)/tonight", eve).text.contains("Tamar"))
        // The lists hide her still: one record was opened and nothing else.
        #expect(try await fixture.get("/today", eve).text.contains("Tamar") == false)
        #expect(try await fixture.get(address, try fixture.signIn(.emergencyDuty, user: "other")).status == .forbidden)
        // Signed in afresh each time: what ends is not the session.
        for (seconds, status) in [(4 * 3600 - 1, HTTPResponse.Status.ok), (4 * 3600, .forbidden)] {
            clock.value = ServerFixture.moment.adding(seconds: seconds)
            fixture.signsInAt = clock.value
            #expect(try await fixture.get(address, fixture.signIn(.emergencyDuty, user: "eve")).status == status)
        }
    }

    @Test func `a page the server remembers does not outlive what was opened`() async throws {
        let (made, clock) = try await restricted()
        var fixture = made
        let cal = try fixture.signIn(.socialWorker, user: "cal")
        _ = try await breakGlass(fixture, cal)
        fixture.signsInAt = ServerFixture.moment.adding(hours: 4)
        let later = try fixture.signIn(.socialWorker, user: "cal")
        let known = fixture
        try await known.test { [address] client in
            let uses: [(SecretToken, Int, HTTPResponse.Status)] = [
                (cal, 0, .ok), (cal, 0, .ok), (later, 4, .forbidden),
            ]
            for (token, hours, status) in uses {
                clock.value = ServerFixture.moment.adding(hours: hours)
                let page = try await client.execute(uri: address, method: .get, headers: .cookie(token))
                #expect(page.status == status)
            }
        }
    }

    @Test func `every look is kept with the reason, and a reason that says nothing is refused`() async throws {
        let (fixture, _) = try await restricted()
        let cal = try fixture.signIn(.socialWorker, user: "cal")
        for nothing in ["", "+", "x", "urgent+now", "1+2+3"] {
            let sent = try await breakGlass(fixture, cal, nothing)
            #expect(sent.status == .unprocessableContent && !sent.text.contains("Tamar"), "\(nothing)")
        }
        #expect(
            try await breakGlass(fixture, cal, String(repeating: "a+b+", count: 100)).status == .unprocessableContent)
        #expect(try await fixture.get(address, cal).status == .forbidden)
        #expect(try await breakGlass(fixture, cal).status == .seeOther)
        _ = try await fixture.get(address, cal)
        let record = try #require(fixture.record)
        let theirs = try await record.looks().filter { $0.user == "cal" && $0.shown.contains(child) }
        #expect(theirs.count >= 2)
        #expect(theirs.allSatisfy { $0.why == "broke the glass: Her mother rang and she has run away" })
        #expect(Set(theirs.map(\.verb)).isSuperset(of: ["break-glass", "open-child"]))
    }

    @Test(arguments: Role.allCases)
    func `only those whose work is with children break the glass`(role: Role) async throws {
        let (fixture, _) = try await restricted()
        let token = try fixture.signIn(role, user: "somebody")
        let may: Set<Role> = [
            .director, .manager, .frontDoor, .socialWorker, .emergencyDuty, .chair, .auditor, .inspector,
        ]
        #expect(try await breakGlass(fixture, token).status == (may.contains(role) ? .seeOther : .forbidden))
        #expect(try await fixture.get(address, token).status == (may.contains(role) ? .ok : .forbidden))
    }

    @Test func `a broken glass opens the record and does not hand it over`() async throws {
        let (fixture, _) = try await restricted()
        let dee = try fixture.signIn(.manager, user: "dee")
        _ = try await breakGlass(fixture, dee)
        #expect(try await fixture.get(address, dee).status == .ok)
        #expect(try await fixture.get("\(address)/restriction", dee).status == .forbidden)
        let lifted = try await send("\(address)/restriction", "do=lift&seen=1&why-lifted=Because", fixture, dee)
        #expect(lifted.status == .forbidden)
        // Once nobody who is named could change it, a manager in an emergency can: or it would be closed for good.
        let record = try #require(fixture.record)
        try await record.store.save(
            User(council: record.council, id: "ana", name: "Ana Reyes", role: .manager, isActive: false))
        #expect(try await fixture.get("\(address)/restriction", dee).status == .ok)
    }

    // MARK: The review

    @Test func `somebody named reviews it, and never whoever broke it`() async throws {
        let (fixture, _) = try await restricted()
        let cal = try fixture.signIn(.socialWorker, user: "cal")
        let dee = try fixture.signIn(.manager, user: "dee")
        let ana = try fixture.signIn(.manager, user: "ana")
        _ = try await breakGlass(fixture, cal)
        _ = try await fixture.get(address, cal)
        _ = try await breakGlass(fixture, dee, "I+want+to+see+what+is+there")
        // Dee is a manager and not named: she is told that they wait, and no more.
        let outside = try await fixture.get("/break-glass", dee).text
        #expect(outside.contains("2 more wait for somebody else"))
        #expect(!outside.contains("Tamar") && !outside.contains("Her mother rang"))
        #expect(
            try await send("/break-glass/3", "verdict-3=right&words-3=Mine", fixture, dee).status == .forbidden,
            "her own")
        #expect(try await send("/break-glass/2", "verdict-2=right&words-2=Fine", fixture, dee).status == .forbidden)
        for page in ["/work", "/team"] {
            #expect(try await fixture.get(page, ana).text.contains("2 restricted records were opened in an emergency"))
            #expect(try await fixture.get(page, dee).text.contains("opened in an emergency") == false)
        }
        let waiting = try await fixture.get("/break-glass", ana).text
        #expect(waiting.contains("Tamar Okoro") && waiting.contains("Her mother rang and she has run away"))
        #expect(waiting.contains("Opened a child, Sat 21 Nov 2026"))
        let empty = try await send("/break-glass/2", "verdict-2=right", fixture, ana)
        #expect(empty.status == .unprocessableContent && empty.text.contains("Enter why"))
        #expect(
            try await send("/break-glass/2", "verdict-2=right&words-2=It+saved+her", fixture, ana).status == .seeOther)
        #expect(
            try await send("/break-glass/3", "verdict-3=wrong&words-3=Curiosity", fixture, ana).status == .seeOther)
        // One that was not right ends at once; the other runs on.
        #expect(try await fixture.get(address, dee).status == .forbidden)
        #expect(try await fixture.get(address, cal).status == .ok)
        #expect(
            try await send("/break-glass/2", "verdict-2=wrong&words-2=No", fixture, ana).status == .conflict, "once")
        let done = try await fixture.get("/break-glass", ana).text
        #expect(done.contains("It saved her") && done.contains("Curiosity") && done.contains("None waits for you."))
        #expect(try await fixture.get("/work", ana).text.contains("opened in an emergency") == false)
        #expect(try await fixture.get("/break-glass", cal).status == .forbidden)
        #expect(try await send("/break-glass/1", "verdict-1=right&words-1=x", fixture, ana).status == .notFound)
    }

    @Test func `where nobody who reviews is named any more, another reviews it without being told who the child is`()
        async throws
    {
        let (fixture, _) = try await restricted()
        _ = try await breakGlass(fixture, try fixture.signIn(.socialWorker, user: "cal"))
        let record = try #require(fixture.record)
        let dot = try fixture.signIn(.director, user: "dot")
        #expect(try await fixture.get("/break-glass", dot).text.contains("1 more waits for somebody else"))
        try await record.store.save(
            User(council: record.council, id: "ana", name: "Ana Reyes", role: .manager, isActive: false))
        let page = try await fixture.get("/break-glass", dot).text
        #expect(page.contains("A restricted child, opened by Cal Worker") && !page.contains("Tamar"))
        #expect(!page.contains("Her mother rang") && page.contains("The reason is not shown here"))
        #expect(try await send("/break-glass/2", "verdict-2=right&words-2=Asked", fixture, dot).status == .seeOther)
    }
}
