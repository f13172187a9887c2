import AccessRules
import ChildJourney
import GRDB
import RecordKeeping
import Testing
import WorkingDays

struct AccessLogTests {
    private let tamar: SubjectID = "ssd:tamar"

    private func filled() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        return made
    }

    @Test func `every opening of a child is a line with who, when and why`() async throws {
        let made = try await filled()
        _ = try await made.store.open(
            tamar, access: made.access(.openChild, to: tamar, user: "ben"), at: noon("2026-03-03"))
        let who = try await made.store.whoHasLooked(
            at: tamar, access: made.access(.seeWhoHasLooked, to: tamar), limit: 5)
        let look = try #require(who.first)
        #expect(look.user == "ben")
        #expect(look.verb == "open-child")
        #expect(look.why == "own work")
        #expect(look.at == (try noon("2026-03-03")))
    }

    @Test func `a child that does not exist is not opened and not logged`() async throws {
        let made = try await filled()
        let access = try await made.access(.openChild, to: "ssd:nobody")
        await #expect(throws: StoreFailure.notFound) {
            try await made.store.open("ssd:nobody", access: access, at: noon("2026-03-03"))
        }
    }

    @Test func `leave for one child does not open another`() async throws {
        let made = try await filled()
        let access = try await made.access(.openChild, to: tamar)
        await #expect(throws: StoreFailure.accessMismatch) {
            try await made.store.open("ssd:kacper", access: access, at: noon("2026-03-03"))
        }
        let numbers = try made.access(.seeNumbers)
        await #expect(throws: StoreFailure.accessMismatch) {
            try await made.store.list(ListQuery(on: day("2026-03-03")), access: numbers, at: noon("2026-03-03"))
        }
    }

    @Test func `many who look at once are all logged, and the log's chain is whole`() async throws {
        let made = try await filled()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let access = try await made.access(.openChild, to: tamar, user: UserID("user-\(number)"))
                    _ = try await made.store.open(tamar, access: access, at: noon("2026-03-03"))
                }
            }
            try await group.waitForAll()
        }
        let who = try await made.store.whoHasLooked(
            at: tamar, access: made.access(.seeWhoHasLooked, to: tamar), limit: 500)
        #expect(Set(who.map(\.user)).count == 200)
        #expect(try await made.store.firstBrokenLook(of: made.council) == nil)
    }

    @Test func `a line is on disk before the answer is given`() async throws {
        let made = try await filled()
        _ = try await made.store.open(tamar, access: made.access(.openChild, to: tamar), at: noon("2026-03-03"))
        let database = try TemporaryStore.queue(made.path.replacing(".db", with: ".access.db"))
        let lines = try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM look") }
        #expect(lines == 1)
    }

    @Test func `a line cannot be changed, and one changed by force is found`() async throws {
        let made = try await filled()
        for text in ["2026-03-03", "2026-03-04", "2026-03-05"] {
            _ = try await made.store.open(tamar, access: made.access(.openChild, to: tamar), at: noon(text))
        }
        let database = try TemporaryStore.queue(made.path.replacing(".db", with: ".access.db"))
        await #expect(throws: DatabaseError.self) {
            try await database.write { try $0.execute(sql: "UPDATE look SET user = 'somebody' WHERE seq = 2") }
        }
        try await database.write { db in
            try db.execute(sql: "DROP TRIGGER look_is_never_changed; UPDATE look SET user = 'somebody' WHERE seq = 2")
        }
        #expect(try await made.store.firstBrokenLook(of: made.council) == 2)
    }
}
