import AccessRules
import GRDB
import RecordKeeping
import SQLiteRecords
import Testing
import WorkingDays

/// What became of a notice to another program is said once; one that was given up may begin again, once.
struct WebhookTests {
    private func givenUp(_ ending: WebhookEnding) async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        let delivery = WebhookDelivery(
            id: "d-1", endpoint: "Duty screen", user: "ben", kind: .daily, begunAt: try noon("2026-03-02"), tries: 0)
        #expect(try await made.store.beginWebhook(delivery, about: ["2026-03-02"], in: made.council))
        try await made.store.endWebhook("d-1", as: ending, reply: 503, in: made.council, at: noon("2026-03-03"))
        return made
    }

    @Test(arguments: [(WebhookEnding.givenUp, true), (.accepted, false), (.stopped, false)])
    func `only what was given up is sent again`(_ one: (ending: WebhookEnding, isSent: Bool)) async throws {
        let made = try await givenUp(one.ending)
        let access = try made.access(.administer, role: .administrator)
        let isSent = try await made.store.sendWebhookAgain("d-1", access: access, at: noon("2026-03-04"))
        #expect(isSent == one.isSent)
        let due = try await made.store.webhooksDue(to: "Duty screen", in: made.council, at: noon("2026-03-04"))
        #expect(due.map(\.id) == (one.isSent ? ["d-1"] : []))
    }

    @Test func `by whom and when it was sent again is kept, with the day it was first given up`() async throws {
        let made = try await givenUp(.givenUp)
        let access = try made.access(.administer, role: .administrator)
        _ = try await made.store.sendWebhookAgain("d-1", access: access, at: noon("2026-03-04"))
        try await made.store.endWebhook("d-1", as: .accepted, reply: 204, in: made.council, at: noon("2026-03-05"))
        let line = try #require(try await made.store.webhooks(access: access, limit: 9).first)
        #expect(line.sentAgain?.at == (try noon("2026-03-04")) && line.sentAgain?.by == access.who.user)
        #expect(line.sentAgain?.givenUpAt == (try noon("2026-03-03")) && line.ending == .accepted)
        #expect(try await !made.store.sendWebhookAgain("d-1", access: access, at: noon("2026-03-06")))
    }

    @Test(arguments: [
        "ending = NULL", "ending = 'accepted'", "sent_again_by = 'eve'", "reply = 204",
        "ending = NULL, sent_again = 1, sent_again_by = 'eve', first_ended = 1",
    ])
    func `nothing else about one that ended is changed`(change: String) async throws {
        let made = try await givenUp(.givenUp)
        await #expect(throws: DatabaseError.self) {
            try await TemporaryStore.queue(made.path).write { db in
                try db.execute(sql: "UPDATE webhook_delivery SET \(change) WHERE id = 'd-1'")
            }
        }
    }
}
