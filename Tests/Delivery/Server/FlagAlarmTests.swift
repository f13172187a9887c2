import AccessRules
import Casework
import ChildJourney
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Synchronization
import Testing
import WorkingDays

/// A flag whose clock runs is told to more and more people, once for each step. Tamar is flagged on Sat 21 Nov 2026 at 05:46.
@Suite struct FlagAlarmTests: Assures {
    private static let people: [(UserID, Role, String?)] = [
        ("ana", .manager, "east"), ("bo", .manager, "west"), ("dot", .director, nil), ("edt", .emergencyDuty, nil),
        ("ben", .socialWorker, "east"), ("cha", .chair, nil),
    ]

    private func flagged(isCannotTell: Bool = false) async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        for (user, role, team) in Self.people {
            try await record.store.save(
                User(council: record.council, id: user, name: user.text, role: role, team: team))
            let set = try await record.store.change(
                .noticeAddress(NoticeAddress("\(user.text)@council.example")), of: user, in: record.council, by: user,
                at: ServerFixture.moment)
            #expect(set == .done)
        }
        try await record.record(
            [("lead", Allocation(worker: "ben", team: "east", role: .lead, from: try day("2026-09-02")))], about: child)
        try await AnswerFlag(assurer(fixture)).raise(
            "Bruised at 9 Secret Lane", isCannotTell: isCannotTell, about: child, id: "flag-1")
        return fixture
    }

    /// Who is told of it at a moment, and in which words: nothing of the day's work, since it is a Saturday.
    private func told(_ fixture: ServerFixture, minutesOn: Int, _ outcome: NoticeOutcome = .accepted) async throws
        -> [String: String]
    {
        let record = try #require(fixture.record)
        let sent = Mutex<[String: String]>([:])
        let send = SendNotices(
            store: record.store, council: record.council, calendar: record.standards.calendar,
            site: "https://sightline.example"
        ) { message, address, _ in
            let name = address.text.split(separator: "@")[0]
            sent.withLock { $0[String(name)] = ([message.subject] + message.lines).joined(separator: "\n") }
            return NoticeDelivery(outcome)
        }
        _ = try await send(at: { ServerFixture.moment.adding(seconds: minutesOn * 60) })
        return sent.withLock { $0 }.filter { $0.value.contains("is not answered") }
    }

    @Test(arguments: [false, true])
    func `the team's manager hears at once, everybody above after an hour, and again after four`(isCannotTell: Bool)
        async throws
    {
        let fixture = try await flagged(isCannotTell: isCannotTell)
        let wider: Set<String> = ["ana", "bo", "dot", "edt"]
        #expect(
            Set(try await told(fixture, minutesOn: 1).keys) == ["ana", "edt"], "on a Saturday emergency duty as well")
        #expect(try await told(fixture, minutesOn: 59).isEmpty)
        let hour = try await told(fixture, minutesOn: 60)
        #expect(Set(hour.keys) == wider)
        #expect(try await told(fixture, minutesOn: 239).isEmpty, "each step is told once")
        #expect(Set(try await told(fixture, minutesOn: 240).keys) == wider)
        #expect(try await told(fixture, minutesOn: 600).isEmpty)
        for text in hour.values {
            #expect(text.contains("https://sightline.example/today"))
            for secret in ["Tamar", "Okoro", "record:", "Secret", "Lane", "Bruised", "ben", "east", "flag-1"] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
    }

    @Test func `taken in hand it goes to nobody else within the hour, and after four hours it does`() async throws {
        let fixture = try await flagged()
        try await AnswerFlag(assurer(fixture, .manager, "ana")).acknowledge("flag-1", about: child)
        #expect(Set(try await told(fixture, minutesOn: 61).keys) == ["ana", "edt"])
        #expect(Set(try await told(fixture, minutesOn: 241).keys) == ["ana", "bo", "dot", "edt"])
    }

    @Test func `a step nobody could be told of is tried again, and one that was told is not`() async throws {
        let fixture = try await flagged()
        #expect(try await told(fixture, minutesOn: 61, .unsent).count == 4)
        #expect(try await told(fixture, minutesOn: 62).count == 4)
        #expect(try await told(fixture, minutesOn: 63).isEmpty)
        let record = try #require(fixture.record)
        let kept = try await record.store.notices(to: "dot", in: record.council, limit: 9)
        #expect(kept.map(\.outcome) == [.accepted, .unsent] && kept.allSatisfy { $0.kind == .immediate })
    }

    @Test func `a child of a team that nobody here manages is every manager's at once`() async throws {
        let fixture = try await flagged()
        let record = try #require(fixture.record)
        for user in ["ana", "bo"] {
            try await record.store.save(
                User(council: record.council, id: UserID(user), name: user, role: .manager, team: "west"))
        }
        #expect(Set(try await told(fixture, minutesOn: 1).keys) == ["ana", "bo", "edt"])
    }

    @Test func `what a run was sending when it died is sent again ten minutes on, once`() async throws {
        let fixture = try await flagged()
        let record = try #require(fixture.record)
        let person = SignedIn(council: record.council, user: "dot", role: .director)
        let late = ServerFixture.moment.adding(seconds: 3600)
        let things = try await CountWaitingWork(
            store: record.store, calendar: record.standards.calendar, because: .notice
        ).alarms(of: person, at: late)
        let begun = try await record.store.beginNotice(
            .immediate, about: things, to: "dot", in: record.council, at: late)
        #expect(begun.count == 1)
        #expect(try await !told(fixture, minutesOn: 69).keys.contains("dot"), "it may still be under way")
        #expect(try await told(fixture, minutesOn: 70).keys.contains("dot"))
        try await record.store.endNotice(begun, as: .accepted, reply: nil, in: record.council, at: late)
        let kept = try await record.store.notices(to: "dot", in: record.council, limit: 9)
        #expect(kept.map(\.outcome) == [.accepted, .unsent], "what was said of it is not said again")
        #expect(try await told(fixture, minutesOn: 90).isEmpty)
    }

    @Test func `answered, it alarms nobody; decided and not agreed, it goes on`() async throws {
        let fixture = try await flagged()
        try await AnswerFlag(assurer(fixture, .manager, "bo", hoursOn: 1)).decide(
            "She stays with her aunt", seenAt: ServerFixture.moment.adding(seconds: 600), "flag-1", about: child)
        #expect(try await told(fixture, minutesOn: 300).count == 4)
        try await AnswerFlag(assurer(fixture, hoursOn: 5)).agree(true, "flag-1", about: child)
        #expect(try await told(fixture, minutesOn: 700).isEmpty)
    }

    @Test func `an answer that whoever flagged does not agree with is told of anew, once`() async throws {
        let fixture = try await flagged()
        #expect(try await told(fixture, minutesOn: 241).count == 4)
        try await AnswerFlag(assurer(fixture, .manager, "bo", hoursOn: 5)).decide(
            "She stays with her aunt", seenAt: ServerFixture.moment.adding(seconds: 600), "flag-1", about: child)
        #expect(try await told(fixture, minutesOn: 301).isEmpty, "it was told before it was decided")
        try await AnswerFlag(assurer(fixture, hoursOn: 6)).agree(false, "flag-1", about: child)
        #expect(try await told(fixture, minutesOn: 361).count == 4)
        #expect(try await told(fixture, minutesOn: 400).isEmpty)
    }

    @Test func `closing the case does not still it`() async throws {
        let fixture = try await flagged()
        var closed = Referral(receivedOn: try day("2026-09-01"), harmAlleged: true)
        (closed.closedOn, closed.closureReason) = (try day("2026-11-21"), "RC8")
        try await correct(closed, id: "R1", fixture)
        #expect(try await told(fixture, minutesOn: 61).count == 4)
    }

    @Test func `a restricted child's flag alarms all the same, and names nobody`() async throws {
        let fixture = try await flagged()
        try await fixture.record?.restrict(child, to: ["nobody-with-an-address"])
        #expect(try await told(fixture, minutesOn: 61).count == 4)
        let page = try await fixture.get("/today", fixture.signIn(.manager, user: "bo")).text
        #expect(page.contains("1 flag of a child as unsafe is not answered") && !page.contains("Okoro"))
    }

    @Test func `a flag alarms beside a record that is loaded, where no other notice is sent`() async throws {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        try await record.store.save(User(council: record.council, id: "dot", name: "Dot", role: .director))
        _ = try await record.store.change(
            .noticeAddress(NoticeAddress("dot@council.example")), of: "dot", in: record.council, by: "dot",
            at: ServerFixture.moment)
        try await AnswerFlag(assurer(fixture)).raise("Not seen", about: "ssd:tamar", id: "flag-1")
        #expect(Set(try await told(fixture, minutesOn: 60).keys) == ["dot"])
    }

    @Test(arguments: Role.allCases)
    func `a page says so to those whose it is to hear, and to nobody else`(role: Role) async throws {
        let fixture = try await flagged()
        let page = try await fixture.get("/register", fixture.signIn(role, user: "x")).text
        let isTold = page.contains("flag of a child as unsafe is not answered")
        // Nobody has had an hour yet: it is the managers' to take, and on a Saturday emergency duty's.
        #expect(isTold == [.manager, .emergencyDuty].contains(role))
    }
}
