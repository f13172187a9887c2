import AccessRules
import Casework
import Concerns
import Logging
import RecordKeeping
import SQLiteRecords
import Server
import ServiceLifecycle
import Testing
import WorkingDays

@Suite struct KeepingUpToDateTests {
    @Test func `children worked out by an earlier release are worked out again while the pages are served`()
        async throws
    {
        let record = try RecordFixture()
        try await record.load(LeftOut.many(250))
        let store = try record.opened(byRelease: "next")
        #expect(try await store.recalculation(of: record.council)?.left == 250)
        let keeping = KeepingUpToDate(
            BringUpToDate(store: store, council: record.council, now: { ServerFixture.moment }),
            every: .milliseconds(5),
            logger: Logger(label: "test"))
        let group = ServiceGroup(services: [keeping], logger: Logger(label: "test"))
        async let served: Void = group.run()
        while try await store.recalculation(of: record.council) != nil { await Task.yield() }
        await group.triggerGracefulShutdown()
        try await served
        #expect(
            try await store.countsByCode(on: ServerFixture.moment.londonDay, access: record.access(.seeNumbers))[
                "plan-child-unseen"] == 250)
        try store.close()
    }

    @Test func `where nothing is out of date nothing is done`() async throws {
        let record = try RecordFixture()
        try await record.load(LeftOut.many(3))
        let again = try await BringUpToDate(
            store: record.store, council: record.council, now: { ServerFixture.moment })()
        #expect(!again)
    }
}
