import AccessRules
import ChildJourney
import Concerns
import Diagnostics
import RecordKeeping
import Testing
import WorkingDays

struct LoadTests {
    private let tamar: SubjectID = "ssd:tamar"

    private func open(_ made: TemporaryStore, _ child: SubjectID, _ moment: String) async throws -> OpenedChild {
        try await made.store.open(child, access: made.access(.openChild, to: child), at: noon(moment))
    }

    @Test func `loading the same file again changes nothing`() async throws {
        let made = try await TemporaryStore()
        let first = try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let again = try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        #expect(first.counts.added == 9)
        #expect(again.counts.unchanged == 9)
        #expect(again.counts.added + again.counts.changed + again.counts.withdrawn == 0)
        #expect(try await made.store.head(of: made.council).sequence == 9)
        #expect(again.state == .complete)
    }

    @Test func `only what is new or changed becomes an entry`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let load = try await made.load(
            [NamedChildren.tamar(visits: ["2026-01-20", "2026-03-03"]), NamedChildren.kacper(closedOn: "2026-03-03")],
            on: "2026-03-04")
        #expect(load.counts.added == 1)
        #expect(load.counts.changed == 1)
        #expect(load.counts.unchanged == 8)
        let history = try await open(made, "ssd:kacper", "2026-03-04").history
        #expect(history.journey().referrals.map(\.closedOn) == [try day("2026-03-03")])
        #expect(history.journey(asKnownAt: try noon("2026-03-03")).referrals.map(\.closedOn) == [nil])
    }

    @Test func `a row gone from a complete file is withdrawn and its concern says so`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let before = try await open(made, tamar, "2026-03-02")
        let unseen = try #require(before.concerns.first { $0.code == "plan-child-unseen" })
        #expect(unseen.about.id == "P1")
        let without = try NamedChildren.tamar()
        let load = try await made.load(
            [ImportedSubject(id: "tamar", records: without.records.filter { $0.id != "P1" })], on: "2026-03-03")
        #expect(load.counts.withdrawn == 1)
        let after = try await open(made, tamar, "2026-03-03")
        #expect(after.history.journey().protectionPlans.isEmpty)
        let kept = try #require(after.concerns.first { $0.code == "plan-child-unseen" })
        #expect(kept.noLongerInSource)
        #expect(kept.onset == unseen.onset)
    }

    @Test func `a child gone from a complete file keeps every concern, marked`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let load = try await made.load([NamedChildren.kacper()], on: "2026-03-03")
        #expect(load.counts.withdrawn == 4)
        let after = try await open(made, tamar, "2026-03-03")
        #expect(!after.concerns.isEmpty)
        #expect(after.concerns.filter { $0.about.kind == .childProtectionPlan }.allSatisfy { $0.noLongerInSource })
        #expect(after.summary.name == "Tamar Okoro")
        let page = try await made.store.list(
            ListQuery(on: day("2026-03-03")), access: made.access(.seeToday), at: noon("2026-03-03"))
        #expect(page.lines.contains { $0.child?.child == tamar })
    }

    @Test func `a row that comes back is believed again`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        try await made.load([NamedChildren.kacper()], on: "2026-03-03")
        let load = try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-04")
        #expect(load.counts.added == 4)
        let after = try await open(made, tamar, "2026-03-04")
        #expect(after.history.journey().protectionPlans.count == 1)
        #expect(after.concerns.allSatisfy { !$0.noLongerInSource })
    }

    @Test func `a row outside the file's cover is untouched`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper(closedOn: "2026-02-20")], on: "2026-03-02")
        var cover = try NamedChildren.everything(until: "2027-03-31")
        for fact in cover.extents.keys { cover.extents[fact] = Cover.Extent(from: try day("2026-04-01")) }
        let plan = LoadPlan(
            source: .safeguardingDataset, kind: .safeguardingDataset, files: ["next.zip"], cover: cover,
            supplied: Set(RecordKind.allCases), startedAt: try noon("2027-04-02"), by: "ana")
        let load = try await made.load([NamedChildren.tamar()], on: "2027-04-02", plan: plan)
        // Closed before the cover began: the referral. Open when it began, as far as anybody knew: the rest.
        let after = try await open(made, "ssd:kacper", "2027-04-02")
        #expect(after.history.journey().referrals.count == 1)
        #expect(after.history.journey().assessments.isEmpty)
        #expect(load.counts.withdrawn == 2)
    }

    @Test func `a kind whose table was not supplied is untouched`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let full = try NamedChildren.plan(on: "2026-03-03")
        let plan = LoadPlan(
            source: full.source, kind: full.kind, files: full.files, cover: full.cover,
            supplied: [.person, .referral], startedAt: full.startedAt, by: full.by)
        let some = try NamedChildren.tamar().records.filter { $0.body is Person || $0.body is Referral }
        let load = try await made.load([ImportedSubject(id: "tamar", records: some)], on: "2026-03-03", plan: plan)
        #expect(load.counts.withdrawn == 0)
        #expect(try await open(made, tamar, "2026-03-03").history.journey().protectionPlans.count == 1)
    }

    @Test func `nothing is withdrawn by a file that was not read to its end`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let id = try await made.store.beginLoad(NamedChildren.plan(on: "2026-03-03"), access: made.access(.importFiles))
        try await made.store.take([NamedChildren.kacper()], in: id, at: noon("2026-03-03"))
        #expect(try await made.store.loadInProgress(of: made.council)?.id == id)
        try await made.store.fail(id, because: .unreadableFile, at: noon("2026-03-03"))
        #expect(try await open(made, tamar, "2026-03-03").history.journey().protectionPlans.count == 1)
        #expect(try await made.store.lastCompleteLoad(of: made.council)?.id.number == 1)
        #expect(try await made.store.loadInProgress(of: made.council) == nil)
    }

    @Test func `a load that died is rolled forward by the next, which says so`() async throws {
        let made = try await TemporaryStore()
        let dead = try await made.store.beginLoad(
            NamedChildren.plan(on: "2026-03-02"), access: made.access(.importFiles))
        try await made.store.take([NamedChildren.tamar()], in: dead, at: noon("2026-03-02"))
        let resumed = try await made.store.resumeLoads(at: noon("2026-03-02"))
        #expect(resumed.map(\.state) == [.failed])
        #expect(resumed.map(\.failure) == [.interrupted])
        let load = try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        #expect(load.counts.unchanged == 5)
        #expect(load.counts.added == 4)
        let first = try await made.store.loads(access: made.access(.seeImports), limit: 5).last
        #expect(first?.rolledForwardBy == load.id.number)
        await #expect(throws: StoreFailure.stopped) {
            try await made.store.take([NamedChildren.kacper()], in: dead, at: noon("2026-03-02"))
        }
    }

    @Test func `a subject named twice in a file loses nothing`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let records = try NamedChildren.tamar().records
        let load = try await made.load(
            [
                ImportedSubject(id: "tamar", records: Array(records.prefix(3))),
                ImportedSubject(id: "tamar", records: Array(records.dropFirst(3))),
            ], on: "2026-03-03")
        #expect(load.counts.withdrawn == 0)
        #expect(load.counts.added == 0)
        #expect(load.counts.subjects == 1)
    }

    @Test func `a second row with the same key is reported and not lost in silence`() async throws {
        let made = try await TemporaryStore()
        let records = try NamedChildren.tamar().records
        let load = try await made.load(
            [ImportedSubject(id: "tamar", records: records + records.suffix(1))], on: "2026-03-02")
        #expect(load.counts.added == 5)
        let diagnostics = try await made.store.diagnostics(
            of: load.id, access: made.access(.seeImports), after: 0, limit: 10)
        #expect(diagnostics.map(\.code) == ["row-repeated"])
    }

    @Test func `diagnostics and unreadable rows are kept as they were`() async throws {
        let made = try await TemporaryStore()
        let id = try await made.store.beginLoad(NamedChildren.plan(on: "2026-03-02"), access: made.access(.importFiles))
        let diagnostic = Diagnostic(
            .error, "date-malformed", "Not a date",
            at: SourceLocation(file: "cin.csv", line: 7, column: 2, field: "DOB"),
            value: "31/31/2020")
        let row = UnreadableRow(file: "cin.csv", line: 7, raw: "1,\"31/31/2020\",x", because: "date-malformed")
        try await made.store.keep([diagnostic], unreadable: [row], in: id)
        let access = try made.access(.importFiles)
        #expect(try await made.store.diagnostics(of: id, access: access, after: 0, limit: 10) == [diagnostic])
        #expect(try await made.store.unreadableRows(of: id, access: access, at: noon("2026-03-02")) == [row])
        #expect(try await made.store.finish(id, at: noon("2026-03-02")).counts.unreadable == 1)
        let seeing = try made.access(.seeImports)
        await #expect(throws: StoreFailure.accessMismatch) {
            try await made.store.unreadableRows(of: id, access: seeing, at: noon("2026-03-02"))
        }
    }

    @Test func `a worker who leaves raises a concern on the children they hold`() async throws {
        let made = try await TemporaryStore()
        let worker = try NamedChildren.worker("W1")
        try await made.load([worker, NamedChildren.tamar()], on: "2026-03-02")
        #expect(try await open(made, tamar, "2026-03-02").concerns.allSatisfy { $0.code != "worker-gone" })
        try await made.load(
            [NamedChildren.worker("W1", leftOn: "2026-02-27"), NamedChildren.tamar()], on: "2026-03-03")
        let gone = try await open(made, tamar, "2026-03-03").concerns.first { $0.code == "worker-gone" }
        #expect(gone?.onset == (try day("2026-02-27")))
        #expect(try await made.store.recalculation(of: made.council) == nil)
    }

    @Test func `covers of one year after another are one cover, and a missing year breaks it`() throws {
        func year(_ year: Int) throws -> Cover {
            Cover(
                source: "the year to 31 March \(year + 1)",
                extents: [.referrals: .init(from: try day("\(year)-04-01"))], until: try day("\(year + 1)-03-31"))
        }
        let together = try #require(Cover.together([year(2022), year(2024), year(2025)]))
        #expect(together.extents[.referrals]?.from == (try day("2024-04-01")))
        #expect(together.until == (try day("2026-03-31")))
    }
}
