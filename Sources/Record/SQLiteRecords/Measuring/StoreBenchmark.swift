import AccessRules
import ChildJourney
import Foundation
import GRDB
import RecordKeeping
import WorkingDays

/// Measures the store beside its floor: the database inserting the same bytes in the same transactions and nothing else.
package struct StoreBenchmark: Sendable {
    /// One figure.
    package struct Figure: Sendable {
        package let name: String
        package let value: Double
        package let unit: String
    }

    private let folder: String
    package let standards: ShippedStandards
    let children: Int
    let asAt: Day
    /// Children in one transaction.
    private static let together = 200

    /// `folder` must exist and be empty; it is left as it is afterwards.
    package init(folder: String, standards: ShippedStandards, children: Int, asAt: Day) {
        self.folder = folder
        self.standards = standards
        self.children = children
        self.asAt = asAt
    }

    /// Where the record is afterwards.
    package var databasePath: String { "\(folder)/measured.db" }

    package func run() async throws -> [Figure] {
        guard let address = DatabaseAddress(databasePath), let council = CouncilCode("999") else { return [] }
        let store = try SQLiteStore(at: address, standards: standards)
        try await store.addCouncil(council, name: "Measured")
        var figures = try await loading(store, council)
        figures += try await floor(store, council)
        figures += try await appending(store, council)
        figures += try await reading(store, council)
        try store.close()
        return figures
    }

    /// Children of the record, spread over all of it.
    package func someChildren(_ count: Int) -> [SubjectID] {
        (0..<count).map { PlantedQuestion(.none, number: $0, of: children, SyntheticChildren(asAt: asAt)).child }
    }

    /// Questions for the search, a typing error of each kind in turn.
    package func someQuestions(_ count: Int) -> [String] {
        let errors = PlantedError.allCases
        return (0..<count).map { number in
            PlantedQuestion(
                errors[number % errors.count], number: number, of: children, SyntheticChildren(asAt: asAt)
            ).question
        }
    }

    var moment: Moment { Moment(londonDay: asAt, minute: 600) }

    func access(_ verb: Verb, _ council: CouncilCode) throws -> Access {
        let person = SignedIn(council: council, user: "measure", role: .manager)
        return try AccessRules.access(for: person, to: verb, .council(council), because: .administration).get()
    }

    // MARK: Loads

    private func loading(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        let before = Self.processorSeconds
        let first = try await timed { try await load(store, council) }
        let processor = Self.processorSeconds - before
        let again = try await timed { try await load(store, council) }
        let entries = Double(try await store.head(of: council).sequence)
        return [
            Figure(name: "entries loaded", value: entries, unit: "entries"),
            Figure(name: "load", value: entries / first, unit: "entries/s"),
            Figure(name: "load, by processor time", value: entries / processor, unit: "entries/s"),
            Figure(name: "load again, unchanged", value: entries / again, unit: "rows/s"),
        ]
    }

    private func load(_ store: SQLiteStore, _ council: CouncilCode) async throws {
        let made = SyntheticChildren(asAt: asAt)
        let cover = Cover(
            source: "an invented extract",
            extents: Dictionary(uniqueKeysWithValues: CoveredFact.allCases.map { ($0, Cover.Extent()) }), until: asAt)
        let plan = LoadPlan(
            source: .safeguardingDataset, kind: .safeguardingDataset, files: ["measured.zip"], cover: cover,
            supplied: Set(RecordKind.allCases), startedAt: moment, by: "measure")
        let id = try await store.beginLoad(plan, access: access(.importFiles, council))
        for start in stride(from: 0, to: children, by: Self.together) {
            let subjects = (start..<min(start + Self.together, children)).map(made.subject)
            try await store.take(subjects, in: id, at: moment)
        }
        _ = try await store.finish(id, at: moment)
    }

    // MARK: The floor

    /// The same rows of the same tables in as many transactions: first entries alone, then everything a load writes.
    private func floor(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        // The rows are held in memory meanwhile.
        guard children <= 50_000 else { return [] }
        let derived = [
            "known_rows", "child", "concern", "reads", "search_key", "name_part", "name_slip", "daily_change",
            "standing",
            "standing_count", "measure_cases", "measure_sum",
        ]
        return try await inserting(["entry"], "floor: the same entries", store)
            + inserting(["entry"] + derived, "floor: the same rows of every table", store)
    }

    private func inserting(_ tables: [String], _ name: String, _ store: SQLiteStore) async throws -> [Figure] {
        let (rows, entries) = try await store.read { db in
            (try CopiedRows(tables, db), try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") ?? 0)
        }
        let pool = try SQLiteStore.openPool("\(folder)/floor-\(tables.count).db")
        try SQLiteStore.migrate(pool, by: RecordMigrations.all)
        try await pool.write { try $0.execute(sql: "INSERT INTO council VALUES ('999', 'Floor')") }
        let parts = (children + Self.together - 1) / Self.together
        let before = Self.processorSeconds
        let seconds = try await timed {
            for part in 0..<parts { try await pool.write { try rows.insert(part: part, of: parts, $0) } }
        }
        let processor = Self.processorSeconds - before
        return [
            Figure(name: name, value: Double(entries) / seconds, unit: "entries/s"),
            Figure(name: "\(name), by processor time", value: Double(entries) / processor, unit: "entries/s"),
        ]
    }

    // MARK: Appends

    private func appending(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        let appended = try await appendingVisits("new", store, council)
        // What adding to the figures costs of that: the same, while they wait to be added up again from everybody.
        try await store.write { db in
            try store.record(council, on: asAt, db) { try $0.sumLater() }
        }
        let without = try await appendingVisits("unsummed", store, council)
        let again = try await timed {
            try await store.write { db in
                try store.record(council, on: asAt, db) { try $0.sumIfLater() }
            }
        }
        return percentiles("append, one visit", appended)
            + percentiles("append, one visit, figures added up later", without)
            + [Figure(name: "figures added up from every child", value: again, unit: "s")]
            + (try await manyAppending(store, council)) + (try await bareRows())
    }

    /// How long each of up to 500 visits took to record, each in a transaction of its own.
    private func appendingVisits(_ name: String, _ store: SQLiteStore, _ council: CouncilCode) async throws -> [Double]
    {
        var times: [Double] = []
        for number in 0..<min(500, children) {
            let visit = Visit(on: asAt, purpose: .childProtectionPlan, seen: true, seenAlone: true)
            let child = SubjectID(source: "ssd", local: String(100_000 + number * 7 % children))
            let entry = NewEntry(visit, id: RecordID("\(name)-\(number)"), about: .child(child), by: .user("measure"))
            times.append(try await timed { _ = try await store.append([entry], in: council, at: moment) })
        }
        return times
    }

    /// Fifty people at once, each recording a visit to a child of their own as soon as the last is on disk.
    private func manyAppending(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        let (people, visits) = (50, 20)
        let clock = ContinuousClock()
        let start = clock.now
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for person in 0..<people {
                group.addTask {
                    var times: [Double] = []
                    for number in 0..<visits {
                        let visit = Visit(on: asAt, purpose: .childInNeed, seen: true, seenAlone: true)
                        let place = (person * visits + number) * 31 % children
                        let entry = NewEntry(
                            visit, id: RecordID("many-\(person)-\(number)"),
                            about: .child(SubjectID(source: "ssd", local: String(100_000 + place))),
                            by: .user("measure"))
                        times.append(try await timed { _ = try await store.append([entry], in: council, at: moment) })
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let passed = Double((clock.now - start) / .milliseconds(1)) / 1000
        return [Figure(name: "append, 50 people", value: Double(times.count) / passed, unit: "recordings/s")]
            + percentiles("append, 50 people", times)
    }

    /// The floor of an append: one row of as many bytes in a transaction of its own, and nothing else.
    private func bareRows() async throws -> [Figure] {
        let queue = try SQLiteStore.openPool("\(folder)/bare.db")
        try await queue.write { db in
            try db.execute(sql: "CREATE TABLE bare (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)")
        }
        let body = [UInt8](repeating: 0x61, count: 600)
        let count = 1000
        let seconds = try await timed {
            for _ in 0..<count {
                try await queue.write { db in
                    let insert = try PreparedStatement(db, "INSERT INTO bare (body) VALUES (?)")
                    insert.bind(1, body)
                    try insert.run()
                }
            }
        }
        return [Figure(name: "floor: one bare row a transaction", value: Double(count) / seconds, unit: "rows/s")]
    }

    // MARK: Reading

    private func reading(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        let seeing = try access(.seeToday, council)
        let query = ListQuery(on: asAt)
        let page = try await store.list(query, access: seeing, at: moment)
        var figures = [Figure(name: "children on Today", value: Double(page.total), unit: "children")]
        figures += try await each("Today, first page", 200) { _ in
            _ = try await store.list(query, access: seeing, at: moment)
        }
        figures += try await each("Today, one team's", 200) { number in
            let query = ListQuery(on: asAt, filter: ListFilter(team: "T\(number % 40)"))
            _ = try await store.list(query, access: seeing, at: moment)
        }
        figures += try await each("Today, its counts", 200) { _ in
            _ = try await store.counts(.now, on: asAt, team: nil, worker: nil, access: seeing)
        }
        figures += try await each("a list of 30 days ago", 5) { _ in
            _ = try await store.list(ListQuery(on: asAt - 30), access: seeing, at: moment)
        }
        figures += try await each("the next 14 days", 20) { _ in
            _ = try await store.beginning(
                after: asAt, within: 14, filter: ListFilter(), limit: 25, access: seeing, at: moment)
        }
        figures += try await each("the next 14 days, one team's", 20) { number in
            _ = try await store.beginning(
                after: asAt, within: 14, filter: ListFilter(team: "T\(number)"), limit: 25, access: seeing, at: moment)
        }
        let months = (0..<24).map { asAt - $0 * 30 }
        figures += try await each("a trend of 24 months", 50) { _ in
            _ = try await store.trend(.potentialRisk, on: months, access: seeing)
        }
        figures += try await measuring(store, council)
        return figures + (try await searching(store, council))
    }

    private func searching(_ store: SQLiteStore, _ council: CouncilCode) async throws -> [Figure] {
        let access = try access(.search, council)
        let made = SyntheticChildren(asAt: asAt)
        var figures: [Figure] = []
        for error in PlantedError.allCases {
            var (found, shown) = (0, 0)
            figures += try await each("search, \(error.rawValue)", 200) { number in
                let asked = PlantedQuestion(error, number: number, of: children, made)
                let page = try await store.search(asked.question, on: asAt, limit: 50, access: access, at: moment)
                if asked.isAnswered(by: page) { found += 1 }
                shown += page.hits.count
            }
            figures.append(
                Figure(
                    name: "search precision, \(error.rawValue)",
                    value: shown == 0 ? 0 : 100 * Double(found) / Double(shown),
                    unit: "% of \(shown)"))
            figures.append(
                Figure(name: "search recall, \(error.rawValue)", value: Double(found) / 2, unit: "% of 200"))
        }
        return figures
    }

    // MARK: Time

    /// What this program has used, on all cores: steadier than the clock on a machine that is shared.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func timed(_ work: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await work()
        let passed = (clock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }

    func each(_ name: String, _ times: Int, _ work: (Int) async throws -> Void) async throws -> [Figure] {
        var seconds: [Double] = []
        let before = Self.processorSeconds
        for number in 0..<times { seconds.append(try await timed { try await work(number) }) }
        let processor = (Self.processorSeconds - before) / Double(times)
        return percentiles(name, seconds) + [Figure(name: "\(name), processor", value: processor * 1000, unit: "ms")]
    }

    private func percentiles(_ name: String, _ seconds: [Double]) -> [Figure] {
        let sorted = seconds.sorted()
        guard let last = sorted.last else { return [] }
        let worst = sorted.count < 100 ? last : sorted[sorted.count * 99 / 100]
        return [
            Figure(name: "\(name), p50", value: sorted[sorted.count / 2] * 1000, unit: "ms"),
            Figure(name: "\(name), p99", value: worst * 1000, unit: "ms"),
        ]
    }
}
