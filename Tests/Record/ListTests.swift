import AccessRules
import ChildJourney
import Concerns
import Duties
import RecordKeeping
import Testing
import WorkingDays

struct ListTests {
    private func filled(_ count: Int = 60, seed: UInt64 = 7) async throws -> TemporaryStore {
        let made = try await TemporaryStore()
        var random = RandomChildren(seed: seed)
        let subjects = (0..<count).map { random.subject($0) }
        try await made.load(
            subjects, on: "2025-06-02", plan: NamedChildren.plan(on: "2025-06-02", until: "2026-12-31"))
        return made
    }

    private func all(
        _ made: TemporaryStore, _ query: ListQuery, pageSize: Int = 7, user: UserID = "ana"
    ) async throws -> [ListLine] {
        var query = query
        query.limit = pageSize
        var lines: [ListLine] = []
        while true {
            let page = try await made.store.list(
                query, access: made.access(.seeToday, user: user), at: Moment(londonDay: query.day))
            lines += page.lines
            guard let next = page.next else {
                #expect(lines.count == page.total)
                return lines
            }
            query.after = next
        }
    }

    @Test(arguments: [ListTab.now, .backlog])
    func `pages follow one another in the catalogue's order with nobody twice and nobody left out`(tab: ListTab)
        async throws
    {
        let made = try await filled()
        let on = try day("2025-06-02")
        let lines = try await all(made, ListQuery(tab, on: on)).compactMap(\.child)
        #expect(!lines.isEmpty)
        #expect(Set(lines.map(\.child)).count == lines.count)
        let ranks = try lines.map { line in
            try #require(Rank(line.concerns, on: on, harmAlleged: line.standing?.harmAlleged ?? false))
        }
        for (index, rank) in ranks.enumerated().dropFirst() { #expect(!(rank < ranks[index - 1])) }
    }

    @Test func `the kept counts are the counts of the list`() async throws {
        let made = try await filled()
        let on = try day("2025-06-02")
        let access = try made.access(.seeToday)
        for tab in ListTab.allCases {
            var expected = ListCounts()
            for line in try await all(made, ListQuery(tab, on: on)).compactMap(\.child) {
                expected.count(try #require(line.standing))
            }
            let kept = try await made.store.counts(tab, on: on, team: nil, worker: nil, access: access)
            #expect(kept == expected)
            for (team, children) in try await made.store.countsByTeam(tab, on: on, access: access) {
                let lines = try await all(made, ListQuery(tab, on: on, filter: ListFilter(team: team)))
                #expect(lines.count == children)
            }
        }
    }

    @Test func `the three counts are those of the children's concerns`() async throws {
        let made = try await filled()
        let on = try day("2025-06-02")
        var byChild: [SubjectID: [Concern]] = [:]
        for tab in ListTab.allCases {
            for line in try await all(made, ListQuery(tab, on: on)).compactMap(\.child) {
                byChild[line.child, default: []] += line.concerns
            }
        }
        var three = ThreeCounts()
        for concerns in byChild.values { three.count(concerns, on: on) }
        let access = try made.access(.seeNumbers)
        #expect(try await made.store.trend(.potentialRisk, on: [on], access: access) == [three.leftAtPotentialRisk])
        #expect(try await made.store.trend(.dutiesOverdue, on: [on], access: access) == [three.dutiesOverdue])
    }

    @Test(arguments: [
        ListFilter(kind: .unseen), ListFilter(level: 2), ListFilter(status: .protectionPlan), ListFilter(team: "T1"),
        ListFilter(worker: "W2"), ListFilter(team: "T1", kind: .late, level: 2), ListFilter(team: "T0", worker: "W1"),
    ])
    func `a filter keeps those it names and its total says how many`(filter: ListFilter) async throws {
        let made = try await filled()
        let on = try day("2025-06-02")
        let everybody = try await all(made, ListQuery(.backlog, on: on)).compactMap(\.child)
        let some = try await all(made, ListQuery(.backlog, on: on, filter: filter)).compactMap(\.child)
        let expected = everybody.filter { line in
            guard let standing = line.standing else { return false }
            return (filter.team.map { $0 == standing.team } ?? true)
                && (filter.worker.map { $0 == standing.worker } ?? true)
                && (filter.kind.map(standing.kinds.contains) ?? true)
                && (filter.level.map { $0 == standing.level } ?? true)
                && (filter.status.map(standing.statuses.contains) ?? true)
        }
        #expect(some == expected)
    }

    @Test(arguments: [-40, -1, 1, 14])
    func `another day's list is worked out as it would have stood`(offset: Int) async throws {
        let made = try await filled()
        let today = try day("2025-06-02")
        let other = today + offset
        let access = try made.access(.seeToday)
        // Ask for the past first; the list stays where it stands.
        let early = offset < 0 ? try await all(made, ListQuery(on: other)) : []
        let counted = try await made.store.counts(.now, on: other, team: nil, worker: nil, access: access)
        let again = try await TemporaryStore()
        var random = RandomChildren(seed: 7)
        let subjects = (0..<60).map { random.subject($0) }
        try await again.load(
            subjects, on: "2025-06-02", plan: NamedChildren.plan(on: "2025-06-02", until: "2026-12-31"))
        _ = try await again.store.rebuild(again.council, on: other) { _ in }
        if offset > 0 {
            let lines = try await all(again, ListQuery(on: other))
            #expect(try await all(made, ListQuery(on: other)) == lines)
        }
        #expect(counted.children == (offset < 0 ? early.count : counted.children))
        let risks = try await made.store.trend(.potentialRisk, on: [other], access: access)
        let drill = try await made.store.children(
            under: .potentialRisk, on: other, after: nil, limit: 1000, access: made.access(.drillDown),
            at: noon("2025-06-02"))
        #expect(risks == [drill.total])
    }

    @Test(arguments: ConcernKind.allCases)
    func `every number opens onto the children it counts`(kind: ConcernKind) async throws {
        let made = try await filled()
        let on = try day("2025-06-02")
        let trend = try await made.store.trend(.kind(kind), on: [on], access: made.access(.seeNumbers))
        let page = try await made.store.children(
            under: .kind(kind), on: on, after: nil, limit: 1000, access: made.access(.drillDown), at: noon("2025-06-02")
        )
        #expect(trend == [page.total])
    }

    @Test func `a restricted child is counted and has a line, and does not say who it is`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-03-02")
        let tamar: SubjectID = "ssd:tamar"
        try await made.store.restrict(
            tamar, to: ["ben"], access: made.access(.restrictChild, to: tamar), at: noon("2026-03-02"))
        let on = try day("2026-03-02")
        let ana = try await all(made, ListQuery(on: on), user: "ana")
        let ben = try await all(made, ListQuery(on: on), user: "ben")
        #expect(ana.count == ben.count)
        #expect(ana.filter { $0.child == nil } == [.restricted(level: 1)])
        #expect(ben.contains { $0.child?.child == tamar })
        let found = try await made.store.search(
            "tamar okoro", on: on, limit: 5, access: made.access(.search), at: noon("2026-03-02"))
        #expect(found.hits.map(\.line) == [.restricted(level: nil)])
        await #expect(throws: AccessRefusal.restricted) { try await made.access(.openChild, to: tamar) }
    }

    @Test func `what will begin if nobody acts is listed before it does`() async throws {
        let made = try await TemporaryStore()
        try await made.load(
            [NamedChildren.tamar(visits: ["2026-02-25"])], on: "2026-03-02",
            plan: NamedChildren.plan(on: "2026-03-02", until: "2026-12-31"))
        let page = try await made.store.beginning(
            after: day("2026-03-02"), within: 14, filter: ListFilter(), limit: 10, access: made.access(.seeToday),
            at: noon("2026-03-02"))
        let line = try #require(page.lines.compactMap { $0 }.first { $0.concern.code == "plan-child-unseen" })
        #expect(line.concern.onset == (try day("2026-03-12")))
        #expect(line.child == "ssd:tamar")
        #expect(page.total == page.lines.count)
    }

    @Test func `a cleared concern is listed in the week it was cleared`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(visits: ["2026-01-20", "2026-03-03"])], on: "2026-03-04")
        func cleared(_ text: String) async throws -> [ConcernCode] {
            try await made.store.cleared(
                upTo: day(text), within: 7, filter: ListFilter(), limit: 10, access: made.access(.seeToday),
                at: noon(text)
            ).lines.compactMap { $0?.concern.code }
        }
        #expect(try await cleared("2026-03-04").contains("plan-child-unseen"))
        #expect(try await cleared("2026-03-09").contains("plan-child-unseen"))
        #expect(try await cleared("2026-03-10").isEmpty)
        #expect(try await cleared("2026-03-02").isEmpty)
    }

    @Test func `what the first load found old is in the backlog, but a child unseen at level 1 is not`() async throws {
        let made = try await TemporaryStore()
        try await made.load([NamedChildren.tamar(), NamedChildren.kacper()], on: "2026-12-01")
        let now = try await all(made, ListQuery(on: day("2026-12-01"))).compactMap(\.child)
        let backlog = try await all(made, ListQuery(.backlog, on: day("2026-12-01"))).compactMap(\.child)
        let codes = Set(now.flatMap(\.concerns).map(\.code))
        #expect(codes.contains("plan-child-unseen"))
        #expect(backlog.contains { $0.concerns.contains { $0.code == "assessment-late" } })
        #expect(!codes.contains("assessment-late"))
    }
}

struct CoveredListTests {
    @Test func `after the last day covered nothing new stands, and what would have begun is not checkable`()
        async throws
    {
        let made = try await TemporaryStore()
        var random = RandomChildren(seed: 11)
        let subjects = (0..<80).map { random.subject($0) }
        let plan = try NamedChildren.plan(on: "2025-06-20", until: "2025-03-31")
        try await made.load(subjects, on: "2025-06-20", plan: plan)
        let (on, last) = (try day("2025-06-20"), try day("2025-03-31"))
        let setting = Setting(
            calendar: ShippedStandards.shipped.calendar, limits: Limits(ShippedStandards.shipped.standards),
            cover: plan.cover)
        var findings = Findings(setting)
        var three = ThreeCounts()
        var untold: [ConcernCode: Int] = [:]
        for subject in subjects {
            var journey = Journey()
            for record in subject.records { add(record.body, record.id, to: &journey) }
            journey.arrange()
            Evaluator(setting).evaluate(journey, into: &findings)
            three.count(findings.concerns.filter { $0.onset <= last }, on: on)
            for code in Set(findings.concerns.filter { $0.onset > last && $0.stands(on: on) }.map(\.code)) {
                untold[code, default: 0] += 1
            }
        }
        let access = try made.access(.seeToday)
        #expect(try await made.store.trend(.potentialRisk, on: [on], access: access) == [three.leftAtPotentialRisk])
        #expect(try await made.store.trend(.dutiesOverdue, on: [on], access: access) == [three.dutiesOverdue])
        let kept = try await made.store.counts(.now, on: on, team: nil, worker: nil, access: access)
        let old = try await made.store.counts(.backlog, on: on, team: nil, worker: nil, access: access)
        #expect(kept.overdue + old.overdue == three.dutiesOverdue)
        let because = "it would only have begun after the last day the source covers"
        for count in try await made.store.notChecked(access: access)
        where count.because == because && count.limb.isEmpty {
            #expect(untold[count.code] == count.children)
        }
        #expect(!untold.isEmpty)
    }

    private func add<Body: EntryBody>(_ body: Body, _ id: RecordID, to journey: inout Journey) {
        journey.add(body, id: id)
    }

    @Test func `a worker who leads for too many children stands in the numbers`() async throws {
        let made = try await TemporaryStore()
        let children = try (0..<21).map { number in
            ImportedSubject(id: "c\(number)", records: try NamedChildren.tamar().records)
        }
        try await made.load([NamedChildren.worker("W1")] + children, on: "2026-03-02")
        let found = try await made.store.serviceConcerns(access: made.access(.seeNumbers))
        #expect(found.map(\.code) == ["caseload-over"])
        #expect(found.first?.subject == "W1")
        try await made.load([NamedChildren.worker("W1")] + children.dropLast(), on: "2026-03-03")
        #expect(try await made.store.serviceConcerns(access: made.access(.seeNumbers)).isEmpty)
    }
}

struct RankNumberTests {
    @Test func `the number sorts as the rank does, on any day`() throws {
        var random = RandomChildren(seed: 3)
        var generator = SplitMix(5)
        let kinds = ConcernKind.allCases
        let today = try day("2026-03-02")
        _ = random.chance(2)
        func concern() -> Concern {
            let onset = today - Int.random(in: 0...40, using: &generator)
            let due = Bool.random(using: &generator) ? onset - 1 : nil
            return Concern(
                code: "x", limb: "", kind: kinds.randomElement(using: &generator) ?? .late,
                about: About(.referral, on: onset, id: "1"), clockStart: onset, due: due, onset: onset, clearedOn: nil,
                endedOn: nil, ending: nil, baseLevel: Int.random(in: 1...3, using: &generator), raisedFrom: nil,
                standard: nil, evidence: [], numbers: [], inToday: true)
        }
        var ranks: [(Rank, Int64)] = []
        for _ in 0..<300 {
            let concerns = (0..<Int.random(in: 1...4, using: &generator)).map { _ in concern() }
            let rank = try #require(
                Rank(
                    concerns, on: today, isFlagged: Int.random(in: 0..<9, using: &generator) == 0,
                    harmAlleged: Bool.random(using: &generator)))
            ranks.append((rank, rank.number(on: today)))
        }
        for (left, leftNumber) in ranks {
            for (right, rightNumber) in ranks { #expect((left < right) == (leftNumber < rightNumber)) }
        }
    }

    @Test func `an allocation that was found to be about somebody else counts for no caseload`() async throws {
        let made = try await TemporaryStore()
        let cover = Cover(
            source: "kept here", extents: [.allocations: .init(), .workers: .init()], until: nil)
        func append(_ body: any EntryBody, _ id: RecordID, to child: SubjectID) async throws -> Int64 {
            let entry = NewEntry(body, id: id, about: .child(child), by: .user("ana"))
            let outcome = try await made.store.append([entry], in: made.council, at: noon("2026-03-02"))
            guard case .recorded(let numbers) = outcome else { throw StoreFailure.damaged(table: "entry") }
            return try #require(numbers.first)
        }
        func found() async throws -> [ConcernCode] {
            _ = try await made.store.rebuild(made.council, on: day("2026-03-03")) { _ in }
            return try await made.store.serviceConcerns(access: made.access(.seeNumbers)).map(\.code)
        }
        let declared = NewEntry(
            .cover(StoredCover(cover)), id: "go-live", about: Subject(.source, "record"), by: .user("ana"))
        _ = try await made.store.append([declared], in: made.council, at: noon("2026-03-02"))
        let lead = Allocation(worker: "W1", team: "T1", role: .lead, from: try day("2026-01-05"))
        for number in 1...20 { _ = try await append(lead, RecordID("A\(number)"), to: SubjectID("record:\(number)")) }
        let over: SubjectID = "record:21"
        let wrong = try await append(lead, "A21", to: over)
        #expect(try await found() == ["caseload-over"])
        let seal = MisfiledEntry(
            sealed: [wrong], what: "Allocation", why: "Another child", on: try day("2026-03-02"), isMoved: false)
        _ = try await append(seal, "misfiled-1", to: over)
        #expect(try await found() == [])
    }
}
