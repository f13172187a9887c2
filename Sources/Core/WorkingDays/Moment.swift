/// An instant in UTC, in milliseconds since 1970. Days and clock times are those of Europe/London.
package struct Moment: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    package func adding(hours: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(hours) * 3_600_000) }
    package func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(seconds) * 1000) }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// Europe/London without a time-zone database: since 1996 the clocks go forward at 01:00 UTC on the last Sunday of
/// March and back at 01:00 UTC on the last Sunday of October (Summer Time Order 2002, SI 2002/262).
extension Moment {
    private static let dayLength: Int64 = 86_400_000

    private static func floorDivide(_ value: Int64, _ by: Int64) -> Int64 {
        value >= 0 ? value / by : (value - by + 1) / by
    }

    private static func lastSunday(ofMonth month: Int, in year: Int) -> Day {
        let last = Day(year: year, month: month, day: 31) ?? Day(number: 0)
        return last - (last.weekday.rawValue + 1) % 7
    }

    /// Whether British Summer Time is running.
    package var isSummerTime: Bool {
        let utcDay = Day(number: Int32(truncatingIfNeeded: Moment.floorDivide(milliseconds, Moment.dayLength)))
        let year = utcDay.year
        let starts = Int64(Moment.lastSunday(ofMonth: 3, in: year).number) * Moment.dayLength + 3_600_000
        let ends = Int64(Moment.lastSunday(ofMonth: 10, in: year).number) * Moment.dayLength + 3_600_000
        return milliseconds >= starts && milliseconds < ends
    }

    private var londonMilliseconds: Int64 { milliseconds + (isSummerTime ? 3_600_000 : 0) }

    /// The civil day in London.
    package var londonDay: Day {
        Day(number: Int32(truncatingIfNeeded: Moment.floorDivide(londonMilliseconds, Moment.dayLength)))
    }

    /// Minutes past midnight in London, 0 to 1439.
    package var londonMinute: Int {
        let wall = londonMilliseconds
        return Int((wall - Moment.floorDivide(wall, Moment.dayLength) * Moment.dayLength) / 60_000)
    }

    /// The form on every page: "Sat 21 Nov 2026, 06:04".
    package var words: String { "\(londonDay.words), \(clockWords)" }

    /// London clock time: "06:04".
    package var clockWords: String {
        let minute = londonMinute
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    /// UTC as ISO 8601 to the second: `2026-11-21T06:04:00Z`.
    package var iso: String {
        let day = Day(number: Int32(truncatingIfNeeded: Moment.floorDivide(milliseconds, Moment.dayLength)))
        let seconds = Int((milliseconds - Int64(day.number) * Moment.dayLength) / 1000)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }

    /// The instant at which a London clock first shows this time on this day. In the hour the clocks skip in spring it
    /// is the instant after the skip.
    package init(londonDay day: Day, minute: Int = 0) {
        let wall = Int64(day.number) * Moment.dayLength + Int64(minute) * 60_000
        let summer = Moment(milliseconds: wall - 3_600_000)
        self = summer.isSummerTime ? summer : Moment(milliseconds: wall)
    }

    /// The instant at which a London clock last shows this time on this day: another one than the first in the hour that
    /// comes twice in autumn.
    package static func last(londonDay day: Day, minute: Int) -> Moment {
        let first = Moment(londonDay: day, minute: minute)
        let again = first.adding(hours: 1)
        return again.londonDay == day && again.londonMinute == minute ? again : first
    }
}
