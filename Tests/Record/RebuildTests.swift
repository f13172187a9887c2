import AccessRules
import ChildJourney
import Concerns
import GRDB
import RecordKeeping
import Testing
import WorkingDays

struct RebuildTests {
    private static let derived = [
        "child", "concern", "reads", "search_key", "name_part", "name_slip", "not_checked", "daily_change", "list_day",
        "standing", "standing_count", "adult", "adult_key", "planned_visit", "measure_cases",
        "measure_sum",
    ]

    /// Everything derived, as text; sums that came to nothing are the same as no sum.
    private func dump(_ made: TemporaryStore) throws -> [String: [String]] {
        let database = try TemporaryStore.queue(made.path)
        return try database.read { db in
            var dump: [String: [String]] = [:]
            for table in Self.derived {
                let zero = ["daily_change": "change", "standing_count": "n", "not_checked": "children"][table]
                let condition = zero.map { "WHERE \($0) <> 0" } ?? ""
                dump[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) \(condition)").map { "\($0)" }.sorted()
            }
            return dump
        }
    }

    private func expectRebuilt(_ made: TemporaryStore, on text: String) async throws {
        let before = try dump(made)
        _ = try await made.store.rebuild(made.council, on: day(text)) { _ in }
        let after = try dump(made)
        for table in Self.derived {
            #expect(before[table] == after[table], "\(table) differs")
        }
        #expect(before["concern"]?.isEmpty == false)
    }

    @Test(arguments: 1...8)
    func `rows made step by step are the rows made again from the entries`(seed: Int) async throws {
        let made = try await TemporaryStore()
        var random = RandomChildren(seed: UInt64(seed))
        var children = (0..<40).map { random.subject($0) }
        for (number, text) in ["2025-06-02", "2025-06-20", "2025-09-01"].enumerated() {
            let workers = (0..<4).map { random.worker($0) }
            for index in children.indices where number > 0 && random.chance(3) {
                children[index] = random.subject(index)
            }
            try await made.load(workers + children.filter { _ in !random.chance(8) }, on: text)
        }
        for step in 0..<20 {
            let body = random.body()
            let child = SubjectID("ssd:c\(step % 7)")
            _ = try await made.store.append(
                [NewEntry(body, id: RecordID("hand-\(step)"), about: .child(child), by: .user("ana"))],
                in: made.council, at: noon("2025-09-0\(1 + step / 4)"))
        }
        _ = try await made.store.erase(
            .child("ssd:c3"), records: nil, authority: "an invented court", in: made.council, by: "ana",
            at: noon("2025-09-06"))
        try await expectRebuilt(made, on: "2025-09-06")
    }

    @Test(arguments: 1...4)
    func `a list rolled forward day by day is the list of the day`(seed: Int) async throws {
        let made = try await TemporaryStore()
        var random = RandomChildren(seed: UInt64(seed))
        let subjects = (0..<60).map { random.subject($0) }
        let plan = try NamedChildren.plan(on: "2025-03-03", until: "2026-12-31")
        try await made.load(subjects, on: "2025-03-03", plan: plan)
        let access = try made.access(.seeToday)
        for number in 0..<60 {
            let on = try day("2025-03-03") + number
            _ = try await made.store.list(ListQuery(on: on), access: access, at: Moment(londonDay: on))
        }
        try await expectRebuilt(made, on: (try day("2025-03-03") + 59).description)
    }

    @Test func `a change that touches more than can be done at once is worked through later`() async throws {
        let made = try await TemporaryStore()
        let children = try (0..<230).map { number -> ImportedSubject in
            let tamar = try NamedChildren.tamar()
            return ImportedSubject(id: "c\(number)", records: tamar.records)
        }
        try await made.load([NamedChildren.worker("W1")] + children, on: "2026-03-02")
        let gone = Worker(name: "J. Marsh", registration: "SW1", leftOn: try day("2026-02-27"))
        let latest = NewEntry(
            gone, id: "W1", about: Subject(.worker, "ssd:W1"), by: .user("ana"), corrects: 1)
        #expect(try await made.store.append([latest], in: made.council, at: noon("2026-03-03")) == .recorded([1152]))
        #expect(try await made.store.recalculation(of: made.council) == Recalculation(left: 230, of: 230))
        let left = try await made.store.recalculate(made.council, on: day("2026-03-03"), limit: 150)
        #expect(left == Recalculation(left: 80, of: 230))
        _ = try await made.store.recalculate(made.council, on: day("2026-03-03"), limit: 150)
        #expect(try await made.store.recalculation(of: made.council) == nil)
        let counts = try await made.store.countsByCode(on: day("2026-03-03"), access: made.access(.seeNumbers))
        #expect(counts["worker-gone"] == 230)
    }
}
