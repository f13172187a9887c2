import ChildJourney
import Measures
import Testing
import WorkingDays

@Suite struct MeasureTallyTests {
    private let periods: [MeasurePeriod] = [.day("2026-03-01"), .day("2026-03-02")]
    private let held = MeasureSum(numerator: 1, denominator: 1)

    /// W1 holds in two teams on both days, W2 in one on the second day; three children in all on each day.
    private func caseload() -> MeasureTally {
        var tally = MeasureTally(periods)
        let three = MeasureSum(numerator: 3, denominator: 3)
        tally.add([three, three], Caseload.id, .everybody)
        tally.add([held, held], Caseload.id, .holder(team: "T1", worker: "W1"))
        tally.add([held, held], Caseload.id, .holder(team: "T2", worker: "W1"))
        tally.add([MeasureSum(), held], Caseload.id, .holder(team: "T1", worker: "W2"))
        return tally
    }

    @Test func `a worker counts once in all and once in each team`() {
        let tally = caseload()
        #expect(periods.indices.map { tally.sum(Caseload.id, $0).denominator } == [1, 2])
        #expect(periods.indices.map { tally.sum(Caseload.id, $0, team: "T1").denominator } == [1, 2])
        #expect(periods.indices.map { tally.sum(Caseload.id, $0, team: "T2").denominator } == [1, 1])
        #expect(periods.indices.map { tally.sum(Caseload.id, $0).numerator } == [3, 3])
    }

    @Test func `sums known for every period are those added one by one`() {
        var tally = MeasureTally(periods)
        let three = MeasureSum(numerator: 3, denominator: 3)
        for period in periods.indices {
            tally.add(three, Caseload.id, period, .everybody)
            tally.add(held, Caseload.id, period, .holder(team: "T1", worker: "W1"))
            tally.add(held, Caseload.id, period, .holder(team: "T2", worker: "W1"))
        }
        tally.add(held, Caseload.id, 1, .holder(team: "T1", worker: "W2"))
        #expect(tally == caseload())
    }

    @Test func `two tallies merged add their sums up and count a worker of both once`() {
        var tally = caseload()
        tally.merge(caseload())
        var more = MeasureTally(periods)
        more.add([held, MeasureSum()], Caseload.id, .holder(team: "T2", worker: "W3"))
        more.add([held, MeasureSum()], ReferralsReceived.id, .team("T4"))
        tally.merge(more)
        #expect(periods.indices.map { tally.sum(Caseload.id, $0).denominator } == [2, 2])
        #expect(periods.indices.map { tally.sum(Caseload.id, $0).numerator } == [6, 6])
        #expect(tally.sum(Caseload.id, 0, team: "T2").denominator == 2)
        #expect(tally.teams == ["T4"] && tally.slices(.team) == [.team("T4")])
    }

    @Test func `nought of nought is not kept`() {
        var tally = MeasureTally(periods)
        tally.add([MeasureSum(), MeasureSum()], ReferralsReceived.id, .team("T1"))
        tally.add(MeasureSum(), ReferralsReceived.id, 0, .team("T1"))
        #expect(tally == MeasureTally(periods) && tally.teams.isEmpty)
    }
}
