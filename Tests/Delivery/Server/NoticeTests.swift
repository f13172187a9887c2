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

/// How much waits for somebody: beside "My work", and by e-mail. Harm is alleged about Tamar, whom Ben holds; it is
/// Sat 21 Nov 2026, 05:46, and a message is next due on Monday. A real mail server takes them in Tests/Program.
@Suite struct NoticeTests: TakesSteps {
    private static let monday = Moment(milliseconds: ServerFixture.moment.milliseconds + 50 * 3_600_000)

    private func held() async throws -> ServerFixture {
        let fixture = try await fixture()
        try await fixture.record?.record(
            [("A1", Allocation(worker: "ben", role: .lead, from: try day("2026-09-02")))], about: child)
        for user in ["ana", "ben"] { try await setAddress("\(user)@council.example", of: UserID(user), fixture) }
        return fixture
    }

    private func setAddress(_ address: String, of user: UserID, _ fixture: ServerFixture) async throws {
        let record = try #require(fixture.record)
        let outcome = try await record.store.change(
            .noticeAddress(NoticeAddress(address)), of: user, in: record.council, by: user, at: ServerFixture.moment)
        #expect(outcome == .done)
    }

    /// What is sent at a moment, by a mail server that answers so.
    private func send(
        _ fixture: ServerFixture, at moment: Moment, _ outcome: NoticeOutcome = .accepted
    ) async throws -> [String: String] {
        let record = try #require(fixture.record)
        let sent = Mutex<[String: String]>([:])
        let send = SendNotices(
            store: record.store, council: record.council, calendar: record.standards.calendar,
            site: "https://sightline.example"
        ) { message, address, _ in
            sent.withLock {
                $0[address.text, default: ""] += ([message.subject] + message.lines).joined(separator: "\n")
            }
            return NoticeDelivery(outcome)
        }
        _ = try await send(at: { moment })
        return sent.withLock { $0 }
    }

    @Test func `what waits is counted for whom it waits, and nothing says for which child`() async throws {
        let fixture = try await held()
        let sent = try await send(fixture, at: Self.monday)
        let ben = try #require(sent["ben@council.example"])
        #expect(ben.contains("missing for children you hold") && ben.contains("https://sightline.example/work"))
        let ana = try #require(sent["ana@council.example"])
        #expect(ana.contains("2 decisions or authorisations wait"), "\(ana)")
        for text in sent.values {
            for secret in ["Tamar", "Okoro", "record:", "2019", "R1", "ben", "ana"] { #expect(!text.contains(secret)) }
        }
        let looks = try #require(try await fixture.record?.looks())
        #expect(looks.isEmpty, "nobody was shown")
    }

    @Test func `a restricted child is counted for whoever is named, and for nobody else`() async throws {
        let fixture = try await held()
        try await fixture.record?.restrict(child, to: ["ana"])
        #expect(Set(try await send(fixture, at: Self.monday).keys) == ["ana@council.example"])
    }

    @Test func `each is written to once a working day, and again the next`() async throws {
        let fixture = try await held()
        #expect(try await send(fixture, at: Self.monday).count == 2)
        #expect(try await send(fixture, at: Self.monday.adding(hours: 9)).isEmpty)
        #expect(try await send(fixture, at: Self.monday.adding(hours: 24)).count == 2)
        #expect(try await send(fixture, at: Self.monday.adding(hours: 24 * 5)).isEmpty, "a Saturday")
    }

    @Test(arguments: [(6 * 60 + 59, 0), (7 * 60, 2), (23 * 60 + 59, 2)])
    func `nobody is told of the day's work before it begins`(_ time: (minute: Int, messages: Int)) async throws {
        let fixture = try await held()
        // What cannot wait was told before.
        _ = try await send(fixture, at: ServerFixture.moment)
        let moment = Moment(londonDay: try day("2026-11-23"), minute: time.minute)
        #expect(try await send(fixture, at: moment).count == time.messages)
    }

    @Test(arguments: [
        (NoticeOutcome.accepted, false), (.unknown, false), (.refused, true), (.unsent, true),
    ])
    func `only what surely did not arrive is tried again`(_ answer: (NoticeOutcome, isTriedAgain: Bool)) async throws {
        let fixture = try await held()
        #expect(try await send(fixture, at: Self.monday, answer.0).count == 2)
        #expect(try await !send(fixture, at: Self.monday).isEmpty == answer.isTriedAgain)
        #expect(answer.0.isToBeTriedAgain == answer.isTriedAgain)
    }

    @Test func `what cannot wait is told at once, at a weekend too, and each thing once`() async throws {
        let fixture = try await held()
        let sent = try await send(fixture, at: ServerFixture.moment)
        #expect(try #require(sent["ben@council.example"]).contains("cannot wait"))
        #expect(try #require(sent["ben@council.example"]).contains("missing for") == false)
        #expect(try await send(fixture, at: ServerFixture.moment.adding(hours: 1)).isEmpty)
        try await fixture.record?.record(
            [
                (
                    "V1",
                    Visit(on: try day("2026-11-21"), purpose: .childInNeed, seen: true, seenAlone: true)
                )
            ], about: child)
        try await setAddress("new@council.example", of: "ben", fixture)
        #expect(try await send(fixture, at: ServerFixture.moment.adding(hours: 2)).isEmpty, "the child was seen")
    }

    @Test func `whoever is deactivated, or took the address away, gets none`() async throws {
        let fixture = try await held()
        let record = try #require(fixture.record)
        for (change, user) in [(AccountChange.deactivated, UserID("ben")), (.noticeAddress(nil), "ana")] {
            let outcome = try await record.store.change(
                change, of: user, in: record.council, by: "ada", at: ServerFixture.moment)
            #expect(outcome == .done)
        }
        #expect(try await send(fixture, at: Self.monday).isEmpty)
        #expect(try await record.store.noticeAddress(of: "ben", in: record.council) == nil)
        #expect(try await record.store.firstBrokenAccountChange(of: record.council) == nil)
    }

    // MARK: Beside My work

    private func waiting(_ fixture: ServerFixture, _ token: SecretToken, _ path: String = "/work") async throws
        -> String
    {
        let page = try await fixture.get(path, token).text
        guard let found = page.firstRange(of: "<span class=\"waiting\">") else { return "" }
        return String(page[found.upperBound...].prefix { $0 != "<" })
    }

    @Test func `each sees what waits for them beside My work, until it is done`() async throws {
        let fixture = try await held()
        let record = try #require(fixture.record)
        let (ana, ben) = (try fixture.signIn(.manager, user: "ana"), try fixture.signIn(.socialWorker, user: "ben"))
        let kim = try fixture.signIn(.socialWorker, user: "kim")
        // Two decisions wait for Ana; Ben's child is to be seen; for Kim nothing waits.
        for path in ["/work", "/today", address] {
            #expect(try await waiting(fixture, ana, path) == "2", "\(path)")
            #expect(try await waiting(fixture, ben, path) == "1", "\(path)")
            #expect(try await waiting(fixture, kim, path) == "", "\(path)")
        }
        try await take("handover", "to=day-team&person=ana&items=Ring+the+school", fixture, ben)
        #expect(try await waiting(fixture, ana) == "3")
        #expect(try await waiting(fixture, ben) == "1", "what he handed over himself waits for somebody else")
        try await record.record(
            [("V1", Visit(on: try day("2026-11-21"), purpose: .childInNeed, seen: true, seenAlone: true))], about: child
        )
        #expect(try await waiting(fixture, ben) == "")
        try await record.restrict(child, to: ["ben"])
        #expect(try await waiting(fixture, ana) == "", "she may not open the child any more")
    }
}
