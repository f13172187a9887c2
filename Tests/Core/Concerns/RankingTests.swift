import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct RankingTests {
    private static let day: Day = "2026-06-01"

    static func concern(
        _ kind: ConcernKind, level: Int, from onset: Day = "2026-05-01", due: Day? = nil, raised: Day? = nil,
        code: ConcernCode = "invented", inToday: Bool = true, cleared: Day? = nil, about: Day = "2026-01-05"
    ) -> Concern {
        Concern(
            code: code, limb: "", kind: kind, about: About(.referral, on: about, id: "1"), clockStart: about, due: due,
            onset: onset, clearedOn: cleared, endedOn: nil, ending: nil, baseLevel: level, raisedFrom: raised,
            standard: nil, evidence: [], numbers: [], inToday: inToday)
    }

    private func rank(
        _ concerns: [Concern], isFlagged: Bool = false, harm: Bool = false
    ) throws -> Rank {
        try #require(Rank(concerns, on: Self.day, isFlagged: isFlagged, harmAlleged: harm))
    }

    @Test func `children are shown in the order of the page`() throws {
        let inOrder = [
            try rank([Self.concern(.late, level: 3)], isFlagged: true),
            try rank([Self.concern(.late, level: 1)], harm: true),
            try rank([Self.concern(.unseen, level: 1, from: "2026-05-20")]),
            try rank([Self.concern(.unseen, level: 1, from: "2026-05-01"), Self.concern(.late, level: 3)]),
            try rank([Self.concern(.unseen, level: 1, from: "2026-05-01")]),
            try rank([Self.concern(.undecided, level: 1, from: "2026-06-01")]),
            try rank([Self.concern(.unowned, level: 1)]), try rank([Self.concern(.unshared, level: 1)]),
            try rank([Self.concern(.late, level: 1)]), try rank([Self.concern(.unrecorded, level: 1)]),
            try rank([Self.concern(.adrift, level: 1)]),
            try rank([Self.concern(.late, level: 2, from: "2026-03-01", due: "2026-02-28")]),
            try rank([Self.concern(.unseen, level: 2, from: "2026-05-01"), Self.concern(.late, level: 3)], harm: true),
            try rank([Self.concern(.adrift, level: 2, from: "2026-05-01")]),
            try rank([Self.concern(.late, level: 3, from: "2025-01-06")]),
            try rank([Self.concern(.late, level: 3)]),
        ]
        for (earlier, later) in zip(inOrder, inOrder.dropFirst()) {
            #expect(earlier < later)
            #expect(!(later < earlier))
        }
        #expect(inOrder.reversed().sorted() == inOrder)
    }

    @Test func `a concern raised by its day counts as urgent`() throws {
        let raised = try rank([Self.concern(.unseen, level: 2, raised: "2026-06-01")])
        #expect(raised.level == 1)
        #expect(try rank([Self.concern(.unseen, level: 2, raised: "2026-06-02")]).level == 2)
    }

    @Test func `nothing standing is no rank`() {
        #expect(Rank([], on: Self.day) == nil)
        #expect(Rank([Self.concern(.unseen, level: 1, from: "2026-06-02")], on: Self.day) == nil)
        #expect(Rank([Self.concern(.unseen, level: 1, cleared: "2026-06-01")], on: Self.day) == nil)
    }

    @Test func `a flagged child with nothing else standing is still ranked`() throws {
        #expect(try #require(Rank([], on: Self.day, isFlagged: true)) < rank([Self.concern(.unseen, level: 1)]))
    }

    @Test func `what does not stand on the day lends no urgency`() throws {
        let quiet = try rank([Self.concern(.late, level: 3), Self.concern(.unseen, level: 1, from: "2026-06-02")])
        #expect(quiet == (try rank([Self.concern(.late, level: 3)])))
    }

    @Test func `one child's concerns go by level, kind, onset, code and day`() {
        let inOrder = [
            Self.concern(.unseen, level: 1), Self.concern(.late, level: 1), Self.concern(.unseen, level: 2),
            Self.concern(.late, level: 2, from: "2026-04-01", code: "b"),
            Self.concern(.late, level: 2, from: "2026-05-01", code: "a"),
            Self.concern(.late, level: 2, from: "2026-05-01", code: "b"),
            Self.concern(.late, level: 2, from: "2026-05-01", code: "b", about: "2026-02-05"),
        ]
        let sorted = inOrder.reversed().sorted { Concern.isBefore($0, $1, on: Self.day) }
        #expect(sorted == inOrder)
    }
}

@Suite struct ThreeCountsTests {
    private func count(_ children: [[Concern]], on day: Day = "2026-06-01") -> ThreeCounts {
        var three = ThreeCounts()
        for concerns in children { three.count(concerns, on: day) }
        return three
    }

    @Test(arguments: ConcernKind.allCases)
    func `only urgent concerns of four kinds leave a child at potential risk`(kind: ConcernKind) {
        let isRisk: Set<ConcernKind> = [.unseen, .undecided, .unowned, .unshared]
        let urgent = count([[RankingTests.concern(kind, level: 1)]])
        #expect(urgent.leftAtPotentialRisk == (isRisk.contains(kind) ? 1 : 0))
        #expect(urgent.dutiesOverdue == (isRisk.contains(kind) ? 0 : 1))
        #expect(count([[RankingTests.concern(kind, level: 2)]]) == ThreeCounts(dutiesOverdue: 1))
    }

    @Test func `a child is at risk once, however many concerns say so, and duties are counted each`() {
        let child = [
            RankingTests.concern(.unseen, level: 1), RankingTests.concern(.unowned, level: 1),
            RankingTests.concern(.late, level: 1), RankingTests.concern(.adrift, level: 2),
        ]
        #expect(count([child, child]) == ThreeCounts(leftAtPotentialRisk: 2, dutiesOverdue: 4))
    }

    @Test func `a raised concern moves from one count to the other on its day`() {
        let child = [RankingTests.concern(.unseen, level: 2, raised: "2026-06-01")]
        #expect(count([child], on: "2026-05-31") == ThreeCounts(dutiesOverdue: 1))
        #expect(count([child]) == ThreeCounts(leftAtPotentialRisk: 1))
    }

    @Test func `what does not stand, and what is never in Today, is not counted`() {
        let child = [
            RankingTests.concern(.unseen, level: 1, from: "2026-06-02"),
            RankingTests.concern(.unseen, level: 1, cleared: "2026-06-01"),
            RankingTests.concern(.adrift, level: 3, inToday: false),
        ]
        #expect(count([child]) == ThreeCounts())
    }
}
