import ChildJourney
import Concerns
import Measures
import Testing
import WorkingDays

/// How many children a worker holds, at the edges of holding.
@Suite struct CaseloadTests {
    private func tally(_ children: [Child], on day: Day, workers: [String: Worker] = [:]) -> MeasureTally {
        var tally = MeasureTally([.day(day)])
        for child in children {
            let check = Check(child, workers: workers)
            tally.add(MeasureTaker(check.setting).take(child.journey, check.concerns))
        }
        return tally
    }

    private func held(_ name: String, by worker: String?, team: String? = nil, _ from: Day, until: Day? = nil) -> Child
    {
        var child = Child(name)
        child.add(Allocation(worker: worker, team: team, role: .lead, from: from, until: until))
        return child
    }

    @Test func `three children of two workers are one and a half each`() {
        let sum = tally(
            [
                held("Ada", by: "W1", "2026-01-05"), held("Ben", by: "W1", "2026-01-05"),
                held("Cleo", by: "W2", "2026-01-05"),
            ], on: "2026-02-02"
        ).sum(Caseload.id, 0)
        #expect(sum == MeasureSum(numerator: 3, denominator: 2))
        #expect(sum.tenths(.perWorker) == 15)
    }

    @Test(arguments: [("2026-01-04", 0), ("2026-01-05", 1), ("2026-02-10", 1), ("2026-02-11", 0)] as [(Day, Int)])
    func `a child is held from the first day of a lead to its last`(day: Day, held: Int) {
        let sum = tally([self.held("Ada", by: "W1", "2026-01-05", until: "2026-02-10")], on: day).sum(Caseload.id, 0)
        #expect(sum == MeasureSum(numerator: held, denominator: held))
    }

    @Test(arguments: [("2026-02-10", 1), ("2026-02-11", 0)] as [(Day, Int)])
    func `whoever has left holds nobody from that day`(day: Day, held: Int) {
        let sum = tally(
            [self.held("Ada", by: "W1", "2026-01-05")], on: day, workers: ["W1": Worker(leftOn: "2026-02-11")]
        ).sum(Caseload.id, 0)
        #expect(sum == MeasureSum(numerator: held, denominator: held))
    }

    @Test func `whoever leads in two teams is one worker in each and one in all`() {
        let found = tally(
            [
                held("Ada", by: "W1", team: "T1", "2026-01-05"), held("Ben", by: "W1", team: "T2", "2026-01-05"),
                held("Cleo", by: "W2", team: "T2", "2026-01-05"),
            ], on: "2026-02-02")
        #expect(found.sum(Caseload.id, 0) == MeasureSum(numerator: 3, denominator: 2))
        #expect(found.sum(Caseload.id, 0, team: "T1") == MeasureSum(numerator: 1, denominator: 1))
        #expect(found.sum(Caseload.id, 0, team: "T2") == MeasureSum(numerator: 2, denominator: 2))
    }

    @Test func `a lead that names nobody, and a child nobody leads for, are not in it`() {
        #expect(
            tally([held("Ada", by: nil, "2026-01-05"), .ben], on: "2026-02-02").sum(Caseload.id, 0) == MeasureSum())
    }

    @Test func `tallies of some children and of others add up to that of all of them`() {
        let (ada, ben) = (held("Ada", by: "W1", "2026-01-05"), held("Ben", by: "W1", "2026-01-05"))
        var found = tally([ada], on: "2026-02-02")
        found.merge(tally([ben], on: "2026-02-02"))
        #expect(found == tally([ada, ben], on: "2026-02-02"))
        #expect(found.sum(Caseload.id, 0) == MeasureSum(numerator: 2, denominator: 1))
    }

    @Test func `it is of no group of children, and nobody may ask for one worker's`() {
        let found = tally([held("Ada", by: "W1", "2026-01-05")], on: "2026-02-02")
        #expect(found.sum(Caseload.id, 0, of: .age(.from10To15)) == MeasureSum())
        #expect(found.sum(Caseload.id, 0, of: .holder(team: nil, worker: "W1")) == MeasureSum())
        #expect(!MeasureSlice.Dimension.allCases.contains(.holder))
    }

    @Test(arguments: [(nil, "W1"), ("T1", "W1"), ("T1", "W 1")] as [(String?, String)])
    func `whose children are kept under a key is read from it again`(team: String?, worker: String) {
        let slice = MeasureSlice.holder(team: team, worker: worker)
        #expect(MeasureSlice(.holder, key: slice.key) == slice)
    }
}
