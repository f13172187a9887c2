import AccessRules
import Casework
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Synchronization
import Testing
import WorkingDays

/// What became of notices to other programs, for whoever looks after accounts. Today is Sat 21 Nov 2026.
@Suite struct WebhookRoutesTests: TakesSteps {
    private func begun() async throws -> ServerFixture {
        let fixture = try await fixture()
        let record = try #require(fixture.record)
        let store = record.store
        for (id, kind) in [("d-1", NoticeKind.daily), ("d-2", .immediate)] {
            let delivery = WebhookDelivery(
                id: id, endpoint: "Duty screen", user: "ben", kind: kind, begunAt: ServerFixture.moment, tries: 0)
            #expect(try await store.beginWebhook(delivery, about: ["harm of tamar"], in: record.council))
        }
        let next = ServerFixture.moment.adding(hours: 1)
        #expect(try await store.takeUpWebhook("d-1", in: record.council, at: ServerFixture.moment, next: next))
        try await store.endWebhook("d-1", as: nil, reply: 503, in: record.council, at: ServerFixture.moment)
        try await store.keepHost("duty.example.org", ofWebhook: "Duty screen", in: record.council)
        return fixture
    }

    private func due(_ fixture: ServerFixture) async throws -> [String] {
        let record = try #require(fixture.record)
        return try await record.store.webhooksDue(
            to: "Duty screen", in: record.council, at: ServerFixture.moment
        ).map(\.id)
    }

    private func send(_ act: String, _ id: String, _ fixture: ServerFixture, _ token: SecretToken) async throws
        -> TestResponse
    {
        try await fixture.post("/webhooks/\(id)", token, "csrf=\(fixture.formToken(token))&act=\(act)")
    }

    @Test func `it tells where, what kind, how often and what was answered, and of nobody`() async throws {
        let fixture = try await begun()
        let admin = try fixture.signIn(.administrator, user: "admin")
        let page = try await fixture.get("/webhooks", admin).text
        for words in [
            "Duty screen", "duty.example.org", "503", "What waits that day", "What cannot wait", "Not tried yet",
        ] { #expect(page.contains(words), "\(words)") }
        for secret in ["tamar", "Tamar", "ben", "Ben Adeyemi", "harm"] { #expect(!page.contains(secret), "\(secret)") }
        #expect(try await fixture.get("/people", admin).text.contains("/webhooks"))
    }

    @Test func `one that waits is tried again at the next run, or stopped for good`() async throws {
        let fixture = try await begun()
        let admin = try fixture.signIn(.administrator, user: "admin")
        #expect(try await due(fixture) == ["d-2"], "d-1 waits for its pause to be over")
        #expect(try await send("again", "d-1", fixture, admin).status == .seeOther)
        #expect(try await Set(due(fixture)) == ["d-1", "d-2"])
        #expect(try await send("stop", "d-1", fixture, admin).status == .seeOther)
        #expect(try await due(fixture) == ["d-2"])
        #expect(try await fixture.get("/webhooks", admin).text.contains("Stopped Sat 21 Nov 2026"))
        for act in ["again", "stop"] {
            #expect(try await send(act, "d-1", fixture, admin).status == .notFound, "it has ended: \(act)")
        }
    }

    /// Runs everything that is due at a moment against a program that answers so; gives the ids it was handed.
    private func run(_ fixture: ServerFixture, hoursOn: Int, reply: Int) async throws -> [String] {
        let record = try #require(fixture.record)
        let handed = Mutex<[String]>([])
        let made = Mutex(hoursOn * 100)
        let send = SendWebhooks(
            store: record.store, council: record.council, calendar: record.standards.calendar,
            site: "https://sightline.example", endpoints: ["Duty screen"],
            newID: {
                made.withLock {
                    $0 += 1; return "new-\($0)"
                }
            }
        ) { notice, _ in
            handed.withLock { $0.append(notice.id) }
            return NoticeDelivery(reply == 204 ? .accepted : .refused, reply: reply)
        }
        _ = try await send(at: { ServerFixture.moment.adding(hours: hoursOn) })
        return handed.withLock { $0 }.filter { $0.hasPrefix("d-") }.sorted()
    }

    @Test func `one that was given up is sent again under the same number, once, and it stays known who asked`()
        async throws
    {
        var fixture = try await begun()
        let admin = try fixture.signIn(.administrator, user: "admin")
        try await fixture.record?.store.save(
            User(council: try #require(fixture.record?.council), id: "admin", name: "Ada Stone", role: .administrator))
        #expect(try await send("resend", "d-1", fixture, admin).status == .notFound, "it waits still")
        #expect(try await run(fixture, hoursOn: 25, reply: 204).isEmpty, "too old to be handed over")
        let late = ServerFixture.moment.adding(hours: 26)
        (fixture.now, fixture.signsInAt) = ({ late }, late)
        let later = try fixture.signIn(.administrator, user: "admin")
        #expect(try await fixture.get("/webhooks", later).text.contains("Send it again"))
        #expect(try await send("resend", "d-1", fixture, later).status == .seeOther)
        #expect(try await send("resend", "d-1", fixture, later).status == .notFound, "it waits again")
        let page = try await fixture.get("/webhooks", later).text
        #expect(page.contains("Given up Sun 22 Nov 2026") && page.contains("Sent again by Ada Stone, Sun 22 Nov 2026"))
        #expect(try await run(fixture, hoursOn: 27, reply: 204) == ["d-1"], "the number it had, and nothing else")
        #expect(try await run(fixture, hoursOn: 28, reply: 204).isEmpty)
        #expect(try await send("resend", "d-1", fixture, later).status == .notFound, "it was taken")
        #expect(try await fixture.get("/webhooks", later).text.contains("Taken Sun 22 Nov 2026"))
    }

    @Test func `sent again and not taken for another day it is given up for good`() async throws {
        var fixture = try await begun()
        #expect(try await run(fixture, hoursOn: 25, reply: 503).isEmpty)
        let late = ServerFixture.moment.adding(hours: 26)
        (fixture.now, fixture.signsInAt) = ({ late }, late)
        let admin = try fixture.signIn(.administrator, user: "admin")
        #expect(try await send("resend", "d-1", fixture, admin).status == .seeOther)
        #expect(try await run(fixture, hoursOn: 26, reply: 503) == ["d-1"])
        #expect(try await run(fixture, hoursOn: 49, reply: 503) == ["d-1"], "a day from when it was asked for")
        #expect(try await run(fixture, hoursOn: 50, reply: 503).isEmpty)
        #expect(try await send("resend", "d-1", fixture, admin).status == .notFound)
    }

    @Test(arguments: Role.allCases.filter { $0 != .administrator })
    func `nobody else sees it or changes it`(role: Role) async throws {
        let fixture = try await begun()
        let token = try fixture.signIn(role, user: "reader")
        #expect(try await fixture.get("/webhooks", token).status == .forbidden)
        for act in ["stop", "again", "resend"] {
            #expect(try await send(act, "d-2", fixture, token).status == .forbidden, "\(act)")
        }
        #expect(try await due(fixture) == ["d-2"])
    }
}
