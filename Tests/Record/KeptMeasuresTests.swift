import AccessRules
import ChildJourney
import Concerns
import GRDB
import Measures
import RecordKeeping
import Testing
import WorkingDays

/// Figures that are kept are those a fresh walk of every child comes to.
struct KeptMeasuresTests {
    private static let everything = MeasuresAsked(
        [], by: Set(MeasureSlice.Dimension.allCases))

    private func asked(to text: String) throws -> MeasuresAsked {
        var asked = Self.everything
        let last = try day(text)
        asked.periods =
            MeasurePeriod.usual(to: last) + (1...31).map { .day(last - $0) } + [.day(last + 40)]
        return asked
    }

    private func expectSame(_ made: TemporaryStore, on text: String, _ what: Comment) async throws {
        let access = try made.access(.seeNumbers, role: .manager)
        let kept = try await made.store.measures(asked(to: text), access: access)
        let anew = try await made.store.measuresCountedAnew(asked(to: text), access: access)
        #expect(kept.workingOut == nil, what)
        // NB: not the tallies themselves, which a failure would print whole.
        let isSame = kept.tally == anew.tally
        #expect(isSame, what)
        #expect(kept.blind == anew.blind, what)
    }

    private func live() async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        let cover = Cover(
            source: "this record",
            extents: Dictionary(uniqueKeysWithValues: CoveredFact.allCases.map { ($0, Cover.Extent()) }), until: nil)
        _ = try await made.store.append(
            [
                NewEntry(
                    .cover(StoredCover(cover)), id: "go-live", about: Subject(.source, SubjectID("record")),
                    by: .user("ana"))
            ], in: made.council, at: noon("2023-01-01"))
        return made
    }

    @Test(arguments: 1...6)
    func `after loads, appends, corrections, sealings and erasures`(seed: Int) async throws {
        let made = try await TemporaryStore()
        var random = RandomChildren(seed: UInt64(seed))
        var children = (0..<30).map { random.subject($0) }
        for (number, text) in ["2025-06-02", "2025-09-01"].enumerated() {
            for index in children.indices where number > 0 && random.chance(3) {
                children[index] = random.subject(index)
            }
            try await made.load(
                (0..<4).map { random.worker($0) } + children.filter { _ in !random.chance(8) }, on: text)
            try await expectSame(made, on: text, "load \(number)")
        }
        var last: [Int: (body: Int64, sealed: Bool)] = [:]
        for step in 0..<24 {
            let child = SubjectID("ssd:c\(step % 5)")
            let text = "2025-09-\(step < 20 ? "0\(2 + step / 4)" : "10")"
            let before = last[step % 5]
            if step % 6 == 5, let before, !before.sealed {
                let seal = MisfiledEntry(
                    sealed: [before.body], what: "Visit", why: "invented", on: try day(text), by: "ana", isMoved: false)
                _ = try await made.store.append(
                    [NewEntry(seal, id: RecordID("seal-\(step)"), about: .child(child), by: .user("ana"))],
                    in: made.council, at: noon(text))
                last[step % 5] = (before.body, true)
            } else {
                let answer = try await made.store.append(
                    [NewEntry(random.body(), id: RecordID("hand-\(step)"), about: .child(child), by: .user("ana"))],
                    in: made.council, at: noon(text))
                if case .recorded(let numbers) = answer { last[step % 5] = (try require(numbers.first), false) }
            }
            if step.isMultiple(of: 8) { try await expectSame(made, on: text, "step \(step)") }
        }
        let worker = NewEntry(
            Worker(name: "J. Marsh", registration: "SW1", leftOn: try day("2025-08-01")), id: "w",
            about: Subject(.worker, "ssd:W1"), by: .user("ana"))
        _ = try await made.store.append([worker], in: made.council, at: noon("2025-09-11"))
        try await expectSame(made, on: "2025-09-11", "a worker who left")
        _ = try await made.store.erase(
            .child("ssd:c3"), records: nil, authority: "an invented court", in: made.council, by: "ana",
            at: noon("2025-09-12"))
        try await expectSame(made, on: "2025-09-12", "an erasure")
    }

    @Test(arguments: 1...3)
    func `children with a concern open are as many as Numbers counts, by kind and on any day`(seed: Int) async throws {
        let made = try await TemporaryStore()
        var random = RandomChildren(seed: UInt64(seed))
        try await made.load((0..<4).map { random.worker($0) } + (0..<40).map { random.subject($0) }, on: "2025-09-01")
        let access = try made.access(.seeNumbers, role: .manager)
        let last = try day("2025-09-01")
        let days = [0, 1, 7, 31, 100, 365].map { last - $0 }.sorted()
        let taken = try await made.store.measures(over: days.map { .day($0) }, access: access)
        var counted = 0
        for measure in Measures.all.compactMap({ $0 as? any OpenConcerns.Type }) {
            let onNumbers = try await made.store.trend(.kind(measure.kind), on: days, access: access)
            #expect(days.indices.map { taken.tally.sum(measure.id, $0).numerator } == onNumbers, "\(measure.id)")
            counted += onNumbers.reduce(0, +)
        }
        #expect(counted > 0)
    }

    @Test func `who left is counted from the register kept here, from the day it is told`() async throws {
        let made = try await live()
        let access = try made.access(.seeNumbers, role: .manager)
        for (id, leftOn) in [("ana", nil), ("ben", "2025-02-03"), ("cat", "2023-05-01")] as [(String, String?)] {
            let worker = Worker(agency: false, leftOn: try leftOn.map(day))
            _ = try await made.store.append(
                [NewEntry(worker, id: "worker", about: Subject(.worker, SubjectID("record:\(id)")), by: .user("ana"))],
                in: made.council,
                at: noon("2023-01-02"))
        }
        _ = try await made.store.append(
            [NewEntry(Person(forename: "Tamar"), id: "person", about: .child("record:tamar"), by: .user("ana"))],
            in: made.council, at: noon("2023-01-02"))
        let taken = try await made.store.measures(over: [.rolling(.year, to: day("2025-03-31"))], access: access)
        #expect(taken.blind[WorkersWhoLeft.id] == nil)
        #expect(taken.tally.sum(WorkersWhoLeft.id, 0) == MeasureSum(numerator: 1, denominator: 2))
        #expect(taken.tally.sum(PermanentWorkersWhoLeft.id, 0) == MeasureSum(numerator: 1, denominator: 2))
        #expect(taken.tally.sum(AgencyWorkersWhoLeft.id, 0) == MeasureSum())
        let before = try await made.store.measures(over: [.rolling(.year, to: day("2022-12-31"))], access: access)
        #expect(before.tally.sum(WorkersWhoLeft.id, 0) == MeasureSum(), "nobody was on the register yet")
    }

    @Test func `after two records turn out to be of one child, and after that was wrong`() async throws {
        let made = try await live()
        for (record, received) in [("kept", "2025-01-06"), ("other", "2025-03-03")] {
            _ = try await made.store.append(
                [
                    NewEntry(
                        Person(forename: "Tamar", bornOn: try day("2019-02-11"), ethnicity: "WBRI"), id: "person",
                        about: .child(SubjectID("record:\(record)")), by: .user("ana")),
                    NewEntry(
                        Referral(receivedOn: try day(received), primaryNeed: "N1", noFurtherAction: false, team: "T1"),
                        id: RecordID("R-\(record)"), about: .child(SubjectID("record:\(record)")), by: .user("ana")),
                ], in: made.council, at: noon("2025-03-03"))
        }
        try await expectSame(made, on: "2025-03-10", "two records")
        let access = try made.access(.seeNumbers, role: .manager)
        func inNeed() async throws -> Int {
            try await made.store.measures(over: [.day(day("2025-03-10"))], access: access).tally
                .sum(ChildrenInNeed.id, 0).numerator
        }
        #expect(try await inNeed() == 2)
        var corrects: [String: Int64] = [:]
        for undone in [false, true] {
            for (record, isKept) in [("kept", true), ("other", false)] {
                var body = RecordMerge(
                    other: isKept ? "other" : "kept", isKept: isKept, why: "One mother", on: try day("2025-03-08"))
                (body.confirmedAt, body.confirmedBy) = (try noon("2025-03-08"), "dee")
                if undone { (body.undoneAt, body.undoneBy) = (try noon("2025-03-09"), "ana") }
                let answer = try await made.store.append(
                    [
                        NewEntry(
                            body, id: "merge-1", about: .child(SubjectID("record:\(record)")), by: .user("dee"),
                            corrects: corrects[record])
                    ], in: made.council, at: noon("2025-03-09"))
                guard case .recorded(let numbers) = answer else { throw Missing() }
                corrects[record] = numbers.last
            }
            try await expectSame(made, on: "2025-03-10", undone ? "parted" : "one child")
            #expect(try await inNeed() == (undone ? 2 : 1))
        }
    }

    @Test func `nothing is left of an only child who is erased`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        func rows() async throws -> [Int] {
            try await TemporaryStore.queue(made.path).read { db in
                try ["measure_cases", "measure_sum"].map {
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? -1
                }
            }
        }
        #expect(try await rows().allSatisfy { $0 > 0 })
        _ = try await made.store.erase(
            .child("ssd:tamar"), records: nil, authority: "an invented court", in: made.council, by: "ana",
            at: noon("2026-03-03"))
        #expect(try await rows() == [0, 0])
    }

    @Test func `until everybody is counted no measure has a number`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar()], on: "2026-03-02")
        let access = try made.access(.seeNumbers, role: .manager)
        // As an older database is when it is opened first.
        try await TemporaryStore.queue(made.path).write { db in
            try db.execute(sql: "DELETE FROM measure_cases")
            try db.execute(sql: "DELETE FROM measure_sum")
            try db.execute(sql: "INSERT INTO measures_to_sum SELECT code FROM council")
            try db.execute(sql: "UPDATE child SET evaluated_under = 0")
        }
        let waiting = try await made.store.measures(over: [.day(day("2026-03-02"))], access: access)
        #expect(waiting.workingOut == Recalculation(left: 1, of: 1))
        #expect(waiting.blind.count == Measures.all.count)
        #expect(waiting.tally.sum(ProtectionPlans.id, 0) == MeasureSum())
        _ = try await made.store.recalculate(made.council, on: day("2026-03-02"), limit: 100)
        #expect(try await made.store.recalculation(of: made.council) == nil)
        try await expectSame(made, on: "2026-03-02", "brought up to date")
        let known = try await made.store.measures(over: [.day(day("2026-03-02"))], access: access)
        #expect(known.tally.sum(ProtectionPlans.id, 0) == MeasureSum(numerator: 1, denominator: 1))
    }

    @Test func `a figure opens onto its children, and whoever is restricted is counted and not named`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let access = try made.access(.drillDown, role: .manager)
        func page(_ measure: any Measure.Type, _ slice: MeasureSlice = .everybody) async throws -> ListPage {
            try await made.store.children(
                counted: CountedInMeasure(measure, .day(day("2026-03-02")), of: slice, .all), after: nil, limit: 10,
                access: access, at: noon("2026-03-02"))
        }
        #expect(try await page(ProtectionPlans.self).lines.compactMap { $0.child?.child } == ["ssd:tamar"])
        #expect(try await page(ProtectionPlans.self, .age(.from5To9)).total == 1)
        #expect(try await page(ProtectionPlans.self, .age(.from10To15)).total == 0)
        try await made.store.restrict(
            "ssd:tamar", to: ["somebody"], access: made.access(.restrictChild, to: "ssd:tamar"), at: noon("2026-03-02"))
        let hidden = try await page(ProtectionPlans.self)
        #expect(hidden.total == 1)
        #expect(hidden.lines.compactMap(\.child).isEmpty)
    }

    @Test func `an audit that was about somebody else is not counted once it is sealed`() async throws {
        let made = try await live()
        let child: SubjectID = "record:tamar"
        var audit = CaseFileAudit(on: try day("2025-05-06"), reader: .auditor, by: "ana", tool: "file")
        (audit.grade, audit.isFinished) = ("good", true)
        let answer = try await made.store.append(
            [
                NewEntry(Person(forename: "Tamar"), id: "person", about: .child(child), by: .user("ana")),
                NewEntry(audit, id: "audit-1", about: .child(child), by: .user("ana")),
            ], in: made.council, at: noon("2025-05-06"))
        guard case .recorded(let numbers) = answer else { throw Missing() }
        let access = try made.access(.seeNumbers, role: .manager)
        func counted() async throws -> MeasureSum {
            try await made.store.measures(over: [.day(day("2025-05-06"))], access: access).tally
                .sum(AuditedFilesGood.id, 0)
        }
        #expect(try await counted() == MeasureSum(numerator: 1, denominator: 1))
        let seal = MisfiledEntry(
            sealed: [numbers[1]], what: "Audit", why: "invented", on: try day("2025-05-07"), by: "ana", isMoved: false)
        _ = try await made.store.append(
            [NewEntry(seal, id: "seal", about: .child(child), by: .user("ana"))], in: made.council,
            at: noon("2025-05-07"))
        #expect(try await counted() == MeasureSum())
    }

    @Test func `every measure has a number to be stored under, and cases come back as they went in`() throws {
        for measure in Measures.all { #expect(MeasureNumbers.number(of: measure.id) != nil, "\(measure.id)") }
        #expect(Set(Measures.all.compactMap { MeasureNumbers.number(of: $0.id) }).count == Measures.all.count)
        var random = SplitMix(9)
        let cases = try (0..<200).map { number in
            let from = try day("1999-12-31") + Int.random(in: 0...20_000, using: &random)
            return MeasureCase(
                measure: Measures.all[number % Measures.all.count].id, from: from,
                until: Bool.random(using: &random) ? nil : from + Int.random(in: 1...3000, using: &random),
                amount: Int.random(in: -3...500, using: &random),
                team: Bool.random(using: &random) ? nil : "Team \(number % 7) – Łódź",
                worker: number % 3 == 0 ? nil : "W\(number % 5)",
                traits: MeasureTraits(
                    age: AgeBand.allCases[number % 6], need: number % 2 == 0 ? "" : "N\(number % 10)",
                    ethnicity: .mixed, disability: .disabled))
        }
        #expect(try PackedCases(cases).cases() == cases)
        #expect(try PackedCases([]).cases().isEmpty)
        let bytes = PackedCases(cases).bytes
        for measure in Measures.all {
            #expect(try PackedCases(cases).cases(of: measure.id) == cases.filter { $0.measure == measure.id })
        }
        // Whatever is cut off is damage, wherever it is cut, and whichever measure is asked for.
        for length in 0..<bytes.count {
            let cut = PackedCases(bytes: Array(bytes.prefix(length)))
            #expect(throws: StoreFailure.self) { try cut.cases() }
            #expect(throws: StoreFailure.self) { try cut.cases(of: cases[0].measure) }
        }
    }
}
