import RecordKeeping
import Server
import Testing

@Suite struct PackChartsTests {
    private func run(_ months: [String], _ signals: [String]) -> Pack.Run {
        Pack.Run(
            id: "a", title: "A", isPercent: false, months: months, values: months.map { _ in 10 },
            words: months.map { _ in "1" }, centre: 10, lower: 0, upper: 20, signals: signals)
    }

    @Test(
        arguments: [
            (["", "", "", ""], []),
            (["low", "", "", "low"], ["low in Nov 2025, Feb 2026"]),
            (["run", "run", "run", ""], ["run in Nov 2025 to Jan 2026"]),
            (["low", "run", "run", "low"], ["low in Nov 2025, Feb 2026", "run in Dec 2025 to Jan 2026"]),
        ] as [([String], [String])])
    func `months beyond chance that follow each other are said together`(signals: [String], said: [String]) {
        #expect(run(["2025-11", "2025-12", "2026-01", "2026-02"], signals).signalsInWords == said)
    }

    @Test func `the day at the end of a month is called by the month, and what is no month is left as it is`() {
        #expect(run(["2025-11-30", "x"], ["low", "low"]).signalsInWords == ["low in Nov 2025 to x"])
    }
}
