import Testing
import WorkingDays

@Suite struct WorkingCalendarTests {
    private let calendar = Shipped.calendar

    @Test func `every count of the outside calendar is ours`() throws {
        let rows = try Shipped.fixture("calendar/working-days.csv")
        #expect(rows.count > 2000)
        var wrong: [String] = []
        for row in rows {
            let start = try #require(Day(iso: row[0]))
            let count = try #require(Int(row[1]))
            let due = try #require(Day(iso: row[2]))
            let worked = calendar.workingDays(after: start, through: due)
            let allowed = calendar.due(Allowance(.workingDays(count)), after: start)
            let isSame = calendar.adding(workingDays: count, to: start) == due
            // Nought days after a day of rest is the day before it; but nobody is late before they could begin.
            let isInTime = count == 0 ? allowed == start : (allowed == due && worked == count)
            if !isSame || !isInTime { wrong.append(row.joined(separator: ",")) }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `seventy working days after 9 May 2023 is the published deadline`() {
        #expect(calendar.adding(workingDays: 70, to: "2023-05-09") == "2023-08-16")
        #expect(calendar.workingDays(after: "2023-05-09", through: "2023-08-16") == 70)
    }

    @Test(
        arguments: [
            // Easter 2026: Good Friday 3 April, Easter Monday 6 April.
            ("2026-04-01", 1, "2026-04-02"), ("2026-04-02", 1, "2026-04-07"), ("2026-04-03", 1, "2026-04-07"),
            ("2026-04-04", 1, "2026-04-07"), ("2026-04-06", 1, "2026-04-07"), ("2026-04-07", 1, "2026-04-08"),
            // Christmas 2026: Boxing Day is a Saturday, so Monday 28 December is its substitute.
            ("2026-12-23", 1, "2026-12-24"), ("2026-12-24", 1, "2026-12-29"), ("2026-12-25", 2, "2026-12-30"),
            ("2026-12-31", 1, "2027-01-04"),
            // A plain weekend, and the bank holidays of May and August.
            ("2026-03-06", 1, "2026-03-09"), ("2026-05-01", 1, "2026-05-05"), ("2026-05-22", 1, "2026-05-26"),
            ("2026-08-28", 1, "2026-09-01"),
            // The Queen's funeral and the King's coronation were days of rest, once.
            ("2022-09-16", 1, "2022-09-20"), ("2023-05-05", 1, "2023-05-09"),
        ] as [(Day, Int, Day)])
    func `the day after is day 1, and days of rest are not counted`(start: Day, count: Int, due: Day) {
        #expect(calendar.due(Allowance(.workingDays(count)), after: start) == due)
    }

    @Test(
        arguments: [
            ("2026-03-03", 1, "2026-03-03"), ("2026-03-03", 15, "2026-03-23"), ("2026-03-06", 2, "2026-03-09"),
            // Begun on a Saturday: the first working day after it is day 1.
            ("2026-03-07", 1, "2026-03-09"), ("2026-04-02", 2, "2026-04-07"),
        ] as [(Day, Int, Day)])
    func `where the start is itself day 1 the count ends a day sooner`(start: Day, count: Int, due: Day) {
        #expect(calendar.due(Allowance(.workingDays(count), startDayIsDayOne: true), after: start) == due)
    }

    @Test(
        arguments: [
            (.hours(24), "2026-03-04"), (.hours(25), "2026-03-05"), (.hours(72), "2026-03-06"),
            (.hours(0), "2026-03-03"),
            (.calendarDays(90), "2026-06-01"), (.weeks(6), "2026-04-14"), (.months(3), "2026-06-03"),
            (.workingDays(0), "2026-03-03"), (.workingDays(10), "2026-03-17"),
        ] as [(Allowance.Length, Day)])
    func `every unit has a last day in time`(length: Allowance.Length, due: Day) {
        #expect(calendar.due(Allowance(length), after: "2026-03-03") == due)
    }

    @Test(
        arguments: ["1066-10-14", "1900-01-01", "2004-12-31", "2029-01-01", "2100-01-01", "9999-12-31", "0001-01-01"]
            as [Day])
    func `a day the calendar does not know gives no answer and never stops the program`(day: Day) {
        #expect(calendar.isWorkingDay(day) == nil)
        #expect(calendar.adding(workingDays: 1, to: day) == nil)
        #expect(calendar.workingDays(after: day, through: "2026-03-03") == nil)
        #expect(calendar.workingDays(after: "2026-03-03", through: day) == nil)
        #expect(calendar.holidays(after: "2026-03-03", through: "2026-03-03").isEmpty)
        for length: Allowance.Length in [.hours(24), .calendarDays(1), .workingDays(1), .weeks(1), .months(1)] {
            #expect(calendar.due(Allowance(length), after: day) == nil)
        }
    }

    @Test(arguments: ["2005-01-01", "2028-12-31"] as [Day])
    func `the first and last day are known, and what runs past them is not`(day: Day) {
        #expect(calendar.isWorkingDay(day) != nil)
        #expect(calendar.due(Allowance(.months(12 * 30)), after: day) == nil)
        #expect(calendar.due(Allowance(.workingDays(-9999)), after: day) == nil)
    }

    @Test(arguments: [Int.max, Int.min, 1_000_000, -1_000_000])
    func `a limit nobody could mean is no limit, and does not stop the program`(number: Int) {
        for length: Allowance.Length in [
            .hours(number), .calendarDays(number), .workingDays(number), .weeks(number), .months(number),
        ] {
            #expect(calendar.due(Allowance(length), after: "2026-03-03") == nil)
        }
        #expect(calendar.adding(workingDays: number, to: "2026-03-03") == nil)
    }

    @Test func `the arithmetic names the bank holidays it left out`() {
        let left = calendar.holidays(after: "2026-04-01", through: "2026-04-10")
        #expect(left.map(\.day) == ["2026-04-03", "2026-04-06"])
        #expect(left.map(\.name) == ["Good Friday", "Easter Monday"])
        #expect(calendar.holidays(after: "2026-04-10", through: "2026-04-01").isEmpty)
        #expect(calendar.holiday(on: "2026-12-25") == "Christmas Day")
    }

    @Test func `an allowance says itself in words`() {
        #expect(Allowance(.workingDays(1)).words == "1 working day")
        #expect(Allowance(.months(3)).words == "3 months")
        #expect(Allowance(.hours(24)).words == "24 hours")
    }
}
