import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ThresholdsInconsistentTests {
    private let setting = Setting(calendar: Shipped.calendar, limits: Shipped.limits, cover: .extract)

    /// So many referrals of a team, so many of them turned away.
    private func add(
        _ team: String, _ all: Int, turnedAway: Int, need: String? = "N1", on day: Day = "2026-03-03",
        to thresholds: inout ThresholdsInconsistent
    ) {
        for number in 0..<all {
            var child = Child("Child \(number)")
            child.referred(day, need: need, nfa: number < turnedAway, team: team)
            thresholds.add(child.journey)
        }
    }

    private func council(_ turnedAway: Int, of all: Int = 100) -> [ServiceConcern] {
        var thresholds = ThresholdsInconsistent(on: "2026-06-01")
        for team in 1...9 { add("T\(team)", 100, turnedAway: 20, to: &thresholds) }
        add("T10", all, turnedAway: turnedAway, to: &thresholds)
        return thresholds.found(setting)
    }

    @Test(arguments: [(20, 0), (33, 0), (34, 0), (35, 1), (60, 1), (7, 0), (6, 1)])
    func `a team beyond the limits of chance turns away too many or too few`(turnedAway: Int, count: Int) {
        let found = council(turnedAway)
        #expect(found.map(\.subject) == (count == 1 ? ["T10"] : []))
        #expect(found.allSatisfy { $0.code == "thresholds-inconsistent" && $0.level == 3 })
    }

    @Test(arguments: [(29, 0), (30, 1)])
    func `fewer than thirty referrals say too little`(all: Int, count: Int) {
        #expect(council(all, of: all).count == count)
    }

    @Test func `referrals are compared with those of the same need`() {
        var thresholds = ThresholdsInconsistent(on: "2026-06-01")
        add("T1", 100, turnedAway: 90, need: "N8", to: &thresholds)
        add("T2", 100, turnedAway: 90, need: "N8", to: &thresholds)
        add("T3", 300, turnedAway: 3, to: &thresholds)
        #expect(thresholds.found(setting).isEmpty)
    }

    @Test(arguments: [("2026-03-02", 0), ("2026-03-03", 1), ("2027-03-02", 1), ("2027-03-03", 0)] as [(Day, Int)])
    func `only referrals of the twelve months to the day count`(day: Day, count: Int) {
        var thresholds = ThresholdsInconsistent(on: day)
        add("T1", 100, turnedAway: 5, to: &thresholds)
        add("T2", 30, turnedAway: 28, to: &thresholds)
        #expect(thresholds.found(setting).filter { $0.subject == "T2" }.count == count)
    }

    @Test func `a council that decides all alike, and one that says nothing, show nothing`() {
        var thresholds = ThresholdsInconsistent(on: "2026-06-01")
        for team in 1...5 { add("T\(team)", 100, turnedAway: 0, to: &thresholds) }
        #expect(thresholds.found(setting).isEmpty)
        #expect(ThresholdsInconsistent(on: "2026-06-01").found(setting).isEmpty)
    }

    @Test func `a referral with no team, or no word on what followed, is left out`() {
        var thresholds = ThresholdsInconsistent(on: "2026-06-01")
        for _ in 0..<100 {
            var child = Child.ada
            child.referred("2026-03-03", nfa: true)
            child.referred("2026-03-04", nfa: nil, team: "T1")
            thresholds.add(child.journey)
        }
        add("T2", 100, turnedAway: 20, to: &thresholds)
        #expect(thresholds.found(setting).isEmpty)
    }

    @Test func `tallies made apart and merged are the same`() {
        var first = ThresholdsInconsistent(on: "2026-06-01")
        var second = ThresholdsInconsistent(on: "2026-06-01")
        for team in 1...5 { add("T\(team)", 100, turnedAway: 20, to: &first) }
        add("T9", 50, turnedAway: 40, to: &first)
        add("T9", 50, turnedAway: 40, to: &second)
        for team in 6...8 { add("T\(team)", 100, turnedAway: 20, to: &second) }
        first.merge(second)
        #expect(first.found(setting).map(\.subject) == ["T9"])
    }
}
