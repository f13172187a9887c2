import Foundation
import Testing
import WorkingDays

@Suite struct MomentTests {
    private static func moment(_ iso: some StringProtocol) throws -> Moment {
        let day = try #require(Day(iso: iso.prefix(10)))
        let clock = iso.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int64($0) }
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        return Moment(milliseconds: (Int64(day.number) * 86_400 + seconds) * 1000)
    }

    @Test func `every hour from 2005 to 2028 has the offset the time zone database says`() throws {
        let rows = try Shipped.fixture("calendar/london-transitions.csv")
        let changes = try rows.map { row in
            (at: try Self.moment(row[0]), isSummer: row[1] == "60")
        }
        #expect(changes.count == 48)
        var moment = try Self.moment("2005-01-01T00:00:00Z")
        let end = try Self.moment("2029-01-01T00:00:00Z")
        var next = 0
        var isSummer = false
        var wrong: [String] = []
        while moment < end {
            while next < changes.count, changes[next].at <= moment {
                isSummer = changes[next].isSummer
                next += 1
            }
            if moment.isSummerTime != isSummer { wrong.append(moment.iso) }
            moment = moment.adding(hours: 1)
        }
        #expect(wrong.isEmpty)
    }

    @Test func `the change falls on its very millisecond`() throws {
        for row in try Shipped.fixture("calendar/london-transitions.csv") {
            let at = try Self.moment(row[0])
            let before = Moment(milliseconds: at.milliseconds - 1)
            #expect(at.isSummerTime == (row[1] == "60"))
            #expect(before.isSummerTime != at.isSummerTime)
        }
    }

    @Test(
        arguments: [
            ("2026-03-31T22:59:59Z", "2026-03-31", 1439), ("2026-03-31T23:00:00Z", "2026-04-01", 0),
            ("2026-01-01T00:00:00Z", "2026-01-01", 0), ("2025-12-31T23:59:00Z", "2025-12-31", 1439),
            ("2026-06-30T23:30:00Z", "2026-07-01", 30), ("2026-10-25T00:59:00Z", "2026-10-25", 119),
            ("2026-10-25T01:00:00Z", "2026-10-25", 60),
        ] as [(String, Day, Int)])
    func `the day and the minute are London's`(iso: String, day: Day, minute: Int) throws {
        let moment = try Self.moment(iso)
        #expect(moment.londonDay == day)
        #expect(moment.londonMinute == minute)
        #expect(moment.iso == iso)
    }

    @Test(
        arguments: [
            ("2026-01-15", 540, "2026-01-15T09:00:00Z"), ("2026-07-15", 540, "2026-07-15T08:00:00Z"),
            // The hour that is skipped, and the hour that comes twice.
            ("2026-03-29", 90, "2026-03-29T01:30:00Z"), ("2026-03-29", 59, "2026-03-29T00:59:00Z"),
            ("2026-03-29", 120, "2026-03-29T01:00:00Z"), ("2026-10-25", 90, "2026-10-25T00:30:00Z"),
            ("2026-10-25", 120, "2026-10-25T02:00:00Z"), ("2026-10-26", 0, "2026-10-26T00:00:00Z"),
        ] as [(Day, Int, String)])
    func `a clock time in London is one instant`(day: Day, minute: Int, iso: String) {
        #expect(Moment(londonDay: day, minute: minute).iso == iso)
    }

    @Test func `midnight in London begins its own day on every day from 2005 to 2028`() {
        let first: Day = "2005-01-01"
        let last: Day = "2028-12-31"
        let wrong = (first.number...last.number).map { Day(number: $0) }.filter { day in
            let midnight = Moment(londonDay: day)
            return midnight.londonDay != day || midnight.londonMinute != 0
                || Moment(milliseconds: midnight.milliseconds - 1).londonDay != day - 1
        }
        #expect(wrong.isEmpty)
    }

    @Test func `elapsed hours run through nights and changes of the clock`() throws {
        let alleged = try Self.moment("2026-03-28T12:00:00Z")
        #expect(alleged.adding(hours: 24).iso == "2026-03-29T12:00:00Z")
        #expect(alleged.adding(hours: 24).words == "Sun 29 Mar 2026, 13:00")
        #expect(alleged.adding(seconds: 90).iso == "2026-03-28T12:01:30Z")
    }

    @Test func `a moment before 1970 has a day too`() {
        let moment = Moment(milliseconds: -1)
        #expect(moment.londonDay == "1969-12-31")
        #expect(moment.londonMinute == 1439)
        #expect(moment.iso == "1969-12-31T23:59:59Z")
    }
}
