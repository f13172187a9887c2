import ChildJourney
import Measures
import Testing
import WorkingDays

/// Who left, of those who were on the register, at the edges of a year.
@Suite struct WorkersWhoLeftTests {
    private let year = MeasurePeriod.rolling(.year, to: "2026-03-31")

    private func sum(_ measure: any WorkforceMeasure.Type, _ workers: [Worker], known: [Day?] = []) -> MeasureSum {
        var workforce = Workforce()
        for (place, worker) in workers.enumerated() {
            workforce.workers["W\(place)"] = worker
            if place < known.count { workforce.knownFrom["W\(place)"] = known[place] }
        }
        return measure.sum(of: workforce, over: year)
    }

    @Test(
        arguments: [
            ("2025-03-31", 0, 0), ("2025-04-01", 1, 1), ("2026-03-31", 1, 1), ("2026-04-01", 0, 1), (nil, 0, 1),
        ] as [(Day?, Int, Int)])
    func `whoever left in the year is counted, and whoever left before it is not of it`(left: Day?, gone: Int, of: Int)
    {
        #expect(sum(WorkersWhoLeft.self, [Worker(leftOn: left)]) == MeasureSum(numerator: gone, denominator: of))
    }

    @Test(arguments: [("2026-03-31", 1), ("2026-04-01", 0)] as [(Day, Int)])
    func `whoever was put on the register after the year is not of it`(known: Day, of: Int) {
        #expect(sum(WorkersWhoLeft.self, [Worker()], known: [known]) == MeasureSum(numerator: 0, denominator: of))
    }

    @Test func `permanent and agency workers are counted apart, and whoever is not said to be either in neither`() {
        let workers = [
            Worker(agency: false), Worker(agency: false, leftOn: "2025-09-01"),
            Worker(agency: true, leftOn: "2025-09-01"),
            Worker(leftOn: "2025-09-01"),
        ]
        #expect(sum(WorkersWhoLeft.self, workers) == MeasureSum(numerator: 3, denominator: 4))
        #expect(sum(PermanentWorkersWhoLeft.self, workers) == MeasureSum(numerator: 1, denominator: 2))
        #expect(sum(AgencyWorkersWhoLeft.self, workers) == MeasureSum(numerator: 1, denominator: 1))
    }

    @Test func `a source that lists workers and says of nobody when they left is no source of it`() {
        #expect(WorkersWhoLeft.because(.extract) == "the invented extract does not say when workers left")
        #expect(WorkersWhoLeft.because(.record) == nil)
    }
}
