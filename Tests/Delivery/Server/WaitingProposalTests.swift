import AccessRules
import Casework
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Synchronization
import Testing
import WorkingDays

/// Proposals to seal, join or destroy are counted for those who may decide them and did not make them. Today is Sat 21 Nov
/// 2026, and a message of the day's work is next due on Monday.
@Suite struct WaitingProposalTests: TakesSteps {
    private static let people: [(UserID, Role)] = [
        ("ana", .manager), ("dee", .manager), ("dot", .director), ("ben", .socialWorker), ("cha", .chair),
    ]

    /// Tamar, who was recorded twice, with harm alleged that nobody has decided about, and Wilf, past his retention.
    private func world() async throws -> (fixture: ServerFixture, allegation: Int64) {
        let fixture = try await fixture(
            Referral(receivedOn: try day("2026-09-01"), noFurtherAction: false, decidedOn: try day("2026-09-01")))
        let record = try #require(fixture.record)
        let on = try day("2026-11-19")
        try await record.record(
            [("R3", Referral(receivedOn: on, noFurtherAction: false, harmAlleged: true, decidedOn: on))], about: child)
        try await record.record(
            [("person", Person(forename: "Tamara", surname: "Okorro", bornOn: try day("2019-11-02")))],
            about: "record:again")
        try await record.record(
            [
                ("person", Person(forename: "Wilf", surname: "Longago", bornOn: try day("1999-02-11"))),
                ("C1", Contact(receivedOn: try day("2010-03-01"), outcome: .noFurtherAction)),
            ], about: "record:old")
        for (user, role) in Self.people {
            try await record.store.save(User(council: record.council, id: user, name: user.text, role: role))
        }
        let id = try #require(try await journey(fixture).referrals.first { $0.id == "R3" }).place
        return (fixture, id)
    }

    private func send(
        _ path: String, _ body: String, _ fixture: ServerFixture, _ user: UserID, _ role: Role = .manager
    ) async throws -> TestResponse {
        let token = try fixture.signIn(role, user: user)
        let csrf = try #require(fixture.sessions.all[token.digest]?.formToken.masked())
        return try await fixture.post(path, token, "csrf=\(csrf)&\(body)")
    }

    /// One of each, made by Ana.
    private func propose(_ world: (fixture: ServerFixture, allegation: Int64)) async throws {
        for (path, body) in [
            ("\(address)/wrong-child", "recording=\(world.allegation)&to=nobody&why=The+wrong+page"),
            ("\(address)/merge", "act=propose&record=merge-1&other=again&why=One+mother"),
            ("/children/record:old/destruction", "do=propose&form=destruction-1&authority=Schedule"),
        ] {
            let sent = try await send(path, body, world.fixture, "ana")
            #expect(sent.status == .seeOther, "\(path)")
        }
    }

    private func counted(_ fixture: ServerFixture) async throws -> [String: Int] {
        let record = try #require(fixture.record)
        let count = CountWaitingWork(store: record.store, calendar: record.standards.calendar, because: .work)
        var found: [String: Int] = [:]
        for (user, role) in Self.people {
            let person = SignedIn(council: record.council, user: user, role: role)
            found[user.text] = try await count.atOnce(of: person, at: ServerFixture.moment).proposals
        }
        return found
    }

    private func badge(_ fixture: ServerFixture, _ user: UserID, _ role: Role) async throws -> Int {
        let page = try await fixture.get("/work", fixture.signIn(role, user: user)).text
        guard let found = page.firstRange(of: "<span class=\"waiting\">") else { return 0 }
        return Int(page[found.upperBound...].prefix { $0.isNumber }) ?? 0
    }

    @Test func `each proposal counts for those who may decide it, and not for whoever made it`() async throws {
        let world = try await world()
        let fixture = world.fixture
        #expect(try await counted(fixture).values.allSatisfy { $0 == 0 })
        let before = try await badge(fixture, "dee", .manager)
        try await propose(world)
        #expect(try await counted(fixture) == ["ana": 0, "dee": 3, "dot": 3, "ben": 0, "cha": 0])
        #expect(try await badge(fixture, "dee", .manager) == before + 3)
        #expect(try await badge(fixture, "dot", .director) == 3)
    }

    @Test(arguments: [("dee", Role.manager), ("dot", .director)])
    func `My work lists each with the page that decides it`(_ reader: (user: String, role: Role)) async throws {
        let world = try await world()
        try await propose(world)
        let page = try await world.fixture.get(
            "/work", world.fixture.signIn(reader.role, user: UserID(reader.user))
        ).text
        for link in ["/wrong-child", "/merge", "/destruction"] { #expect(page.contains("\(link)\""), "\(link)") }
        #expect(page.contains("is proposed to be destroyed") && page.contains("Longago"))
        #expect(!page.contains("Okorro"), "which record the other is stands on its page alone")
    }

    @Test func `the day's message tells how many, and of whom it says nothing`() async throws {
        let world = try await world()
        let record = try #require(world.fixture.record)
        try await propose(world)
        for (user, _) in Self.people {
            let set = try await record.store.change(
                .noticeAddress(NoticeAddress("\(user.text)@council.example")), of: user, in: record.council, by: user,
                at: ServerFixture.moment)
            #expect(set == .done)
        }
        let sent = Mutex<[String: String]>([:])
        let send = SendNotices(
            store: record.store, council: record.council, calendar: record.standards.calendar,
            site: "https://sightline.example"
        ) { message, address, _ in
            sent.withLock { $0[String(address.text.prefix(3))] = message.lines.joined(separator: "\n") }
            return NoticeDelivery(.accepted)
        }
        let monday = Moment(milliseconds: ServerFixture.moment.milliseconds + 50 * 3_600_000)
        let before = try #require(try await world.fixture.record?.looks()).count
        _ = try await send(at: { monday })
        let texts = sent.withLock { $0 }
        for user in ["dee", "dot"] {
            let text = try #require(texts[user])
            #expect(text.contains("* 3 proposals about records wait for a second person"), "\(text)")
            #expect(text.contains("https://sightline.example/work"))
            for secret in ["Tamar", "Okoro", "Okorro", "Longago", "record:", "ana"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
        #expect(texts["ana"]?.contains("proposal") != true && texts["ben"]?.contains("proposal") != true)
        #expect(try await world.fixture.record?.looks().count == before, "nobody was shown")
    }

    @Test func `what is decided, refused or taken back counts no more`() async throws {
        let world = try await world()
        let fixture = world.fixture
        try await propose(world)
        let back = "act=take-back&of=\(world.allegation)"
        #expect(try await send("\(address)/wrong-child", back, fixture, "ana").status == .seeOther)
        #expect(try await counted(fixture)["dee"] == 2)
        let declined = try await send(
            "/children/record:old/destruction", "do=decline&why=Asked+for", fixture, "dot", .director)
        #expect(declined.status == .seeOther)
        #expect(try await counted(fixture)["dee"] == 1)
        #expect(try await send("\(address)/merge", "act=confirm&of=merge-1", fixture, "dee").status == .seeOther)
        #expect(try await counted(fixture).values.allSatisfy { $0 == 0 })
    }

    @Test func `one about a restricted record counts for those named alone, and so does joining with one`() async throws
    {
        let world = try await world()
        let fixture = world.fixture
        try await propose(world)
        try await fixture.record?.restrict("record:again", to: ["ana", "dot"])
        #expect(try await counted(fixture) == ["ana": 0, "dee": 2, "dot": 3, "ben": 0, "cha": 0])
        try await fixture.record?.restrict(child, to: ["ana", "dot"])
        #expect(try await counted(fixture) == ["ana": 0, "dee": 1, "dot": 3, "ben": 0, "cha": 0])
    }

    @Test(arguments: [("ben", Role.socialWorker), ("cha", .chair)])
    func `whoever decides none of it is shown none of it`(_ reader: (user: String, role: Role)) async throws {
        let world = try await world()
        try await propose(world)
        let page = try await world.fixture.get(
            "/work", world.fixture.signIn(reader.role, user: UserID(reader.user))
        ).text
        #expect(!page.contains("Proposals that wait") && !page.contains("Longago"))
    }
}
