import Measures
import Testing
import WorkingDays

@Suite struct MeasurePeriodTests {
    @Test(
        arguments: [
            ("2026-03-31", 0, "2026-03", "2026-03-01", "2026-03-31"),
            ("2026-03-30", 0, "2026-03", "2026-03-01", "2026-03-30"),
            ("2026-03-31", 1, "2026-02", "2026-02-01", "2026-02-28"),
            ("2024-03-01", 1, "2024-02", "2024-02-01", "2024-02-29"),
            ("2026-01-15", 12, "2025-01", "2025-01-01", "2025-01-31"),
        ] as [(Day, Int, String, Day, Day)])
    func `a month is whole but for that of the day itself`(
        day: Day, back: Int, text: String, from: Day, to: Day
    ) {
        let month = MeasurePeriod.month(back, before: day)
        #expect(month.text == text)
        #expect(month.from == from)
        #expect(month.to == to)
    }

    @Test(
        arguments: [
            ("2026-03-31", "2026-01-01", "2025-04-01"), ("2026-02-28", "2025-12-01", "2025-03-01"),
            ("2024-02-29", "2023-12-01", "2023-03-01"), ("2026-05-30", "2026-02-28", "2025-05-31"),
        ] as [(Day, Day, Day)])
    func `three and twelve months end on the day`(day: Day, quarter: Day, year: Day) {
        #expect(MeasurePeriod.rolling(.quarter, to: day).text == "\(quarter)/\(day)")
        #expect(MeasurePeriod.rolling(.year, to: day).text == "\(year)/\(day)")
    }
}
