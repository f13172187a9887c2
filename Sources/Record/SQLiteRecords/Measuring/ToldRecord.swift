import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// An invented record that tells everything the measures ask: decisions and their days, who took part, supervision, when a
/// visit was written, grades of files. Nothing of it has a story. It is there to be counted again by another program.
package struct ToldRecord: Sendable {
    private static let workers = 120
    /// Who came one by one, and holds no child.
    private static let newWorkers = 60
    private static let teams = 12
    private static let together = 200

    let store: SQLiteStore
    let council: CouncilCode
    let children: Int
    /// The day everything is told up to.
    let asAt: Day

    package init(in store: SQLiteStore, council: CouncilCode, children: Int, asAt: Day) {
        self.store = store
        self.council = council
        self.children = children
        self.asAt = asAt
    }

    /// Writes it all into an empty record.
    package func write() async throws {
        try await store.addCouncil(council, name: "Invented")
        let person = SignedIn(council: council, user: "measure", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .importFiles, .council(council), because: .administration
        ).get()
        let cover = Cover(
            source: "an invented extract",
            extents: Dictionary(uniqueKeysWithValues: CoveredFact.allCases.map { ($0, Cover.Extent()) }), until: asAt)
        let moment = Moment(londonDay: asAt, minute: 600)
        let plan = LoadPlan(
            source: .safeguardingDataset, kind: .safeguardingDataset, files: ["told.zip"], cover: cover,
            supplied: Set(RecordKind.allCases), startedAt: moment, by: "measure")
        let load = try await store.beginLoad(plan, access: access)
        try await store.take((0..<Self.workers).map(worker), in: load, at: moment)
        var later: [Day: [NewEntry]] = [:]
        for start in stride(from: 0, to: children, by: Self.together) {
            let told = (start..<min(start + Self.together, children)).map { ToldChild($0, asAt: asAt) }
            try await store.take(told.map(\.subject), in: load, at: moment)
            for (day, entries) in told.flatMap(\.later) { later[day, default: []] += entries }
        }
        _ = try await store.finish(load, at: moment)
        for number in Self.workers..<Self.workers + Self.newWorkers {
            let began = asAt - (number * 13) % 400
            later[began, default: []].append(
                NewEntry(
                    newWorker(number, from: began), id: "worker",
                    about: Subject(.worker, SubjectID(source: "ssd", local: Self.id(ofWorker: number))),
                    by: .user("measure")))
        }
        for (day, entries) in later.sorted(by: { $0.key < $1.key }) {
            _ = try await store.append(entries, in: council, at: Moment(londonDay: day, minute: 720))
        }
    }

    /// Two in three are registered, and one in ten has left.
    private func worker(_ number: Int) -> ImportedSubject {
        let worker = Worker(
            staffNumber: "\(number)", registration: number % 3 == 0 ? nil : "SW\(number)",
            leftOn: number % 10 == 7 ? asAt - 100 - number : nil)
        return ImportedSubject(
            .worker, id: Self.id(ofWorker: number),
            records: [ImportedRecord(id: "worker", body: worker, place: 0)])
    }

    /// Known from the day they began: two in five have left since, and of one in four nobody says who employs them.
    private func newWorker(_ number: Int, from began: Day) -> Worker {
        let left = began + 30 + (number * 7) % 200
        return Worker(
            staffNumber: "\(number)", registration: "SW\(number)", agency: number % 4 == 0 ? nil : number % 4 == 1,
            leftOn: number % 5 < 2 && left <= asAt ? left : nil)
    }

    static func id(ofWorker number: Int) -> String { "W\(number)" }

    static func someWorker(_ random: inout Numbers) -> String { id(ofWorker: random.next(workers)) }

    static func someTeam(_ random: inout Numbers) -> String { "T\(random.next(teams))" }
}
