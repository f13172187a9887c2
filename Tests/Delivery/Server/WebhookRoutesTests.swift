import AccessRules
import ChildJourney
import Concerns
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
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

    @Test(arguments: Role.allCases.filter { $0 != .administrator })
    func `nobody else sees it or changes it`(role: Role) async throws {
        let fixture = try await begun()
        let token = try fixture.signIn(role, user: "reader")
        #expect(try await fixture.get("/webhooks", token).status == .forbidden)
        #expect(try await send("stop", "d-2", fixture, token).status == .forbidden)
        #expect(try await due(fixture) == ["d-2"])
    }
}
