import ChildJourney
import Testing
import WorkingDays

/// How much of the week somebody works, and so many children as they would be at full time.
struct WorkingPatternTests {
    @Test(arguments: [
        (18, 370, 370, 180), (18, 185, 370, 360), (18, 225, 370, 296), (0, 225, 370, 0), (1, 360, 370, 10),
        (7, 148, 370, 175),
    ])
    func `children are told as for a full-time post, in tenths, rounded half up`(
        _ one: (children: Int, weekly: Int, full: Int, tenths: Int)
    ) {
        let pattern = WorkingPattern(from: "2026-01-05", weeklyTenths: one.weekly, fullTimeTenths: one.full)
        #expect(pattern.tenthsPerFullTime(one.children) == one.tenths)
    }

    @Test(arguments: [
        WorkingPattern(from: "2026-01-05", isBank: true), WorkingPattern(from: "2026-01-05", weeklyTenths: 225),
        WorkingPattern(from: "2026-01-05", weeklyTenths: 0, fullTimeTenths: 370),
    ])
    func `without hours nothing is worked out`(pattern: WorkingPattern) {
        #expect(pattern.tenthsPerFullTime(18) == nil)
    }

    @Test(arguments: [("2026-01-04", nil), ("2026-01-05", 370), ("2026-03-01", 370), ("2026-03-02", 185)])
    func `the latest that began by a day holds on it`(_ one: (day: Day, weekly: Int?)) {
        var workforce = Workforce()
        workforce.patterns["ben"] = [
            WorkingPattern(from: "2026-01-05", weeklyTenths: 370, fullTimeTenths: 370),
            WorkingPattern(from: "2026-03-02", weeklyTenths: 300, fullTimeTenths: 370),
            WorkingPattern(from: "2026-03-02", weeklyTenths: 185, fullTimeTenths: 370),
        ]
        #expect(workforce.pattern(of: "ben", on: one.day)?.weeklyTenths == one.weekly)
        #expect(workforce.pattern(of: "cat", on: one.day) == nil)
    }
}
