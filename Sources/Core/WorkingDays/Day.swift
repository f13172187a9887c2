/// A civil day in England, counted from 1 January 1970. Plain arithmetic on an integer: no time zone, no formatter.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let number: Int32

    @inlinable
    package init(number: Int32) {
        self.number = number
    }

    /// Fails when the three numbers are not a day of the (proleptic) Gregorian calendar.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        self.init(checkedYear: year, month: month, day: day)
    }

    /// Howard Hinnant's days-from-civil: exact for every Gregorian date, with no table and no loop.
    private init(checkedYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { civil.year }

    package var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        let index = (Int(number) + 3) % 7
        return Weekday.allCases[index >= 0 ? index : index + 7]
    }

    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    @inlinable
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    @inlinable
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number &+ Int32(truncatingIfNeeded: days)) }

    @inlinable
    package static func - (day: Day, days: Int) -> Day { Day(number: day.number &- Int32(truncatingIfNeeded: days)) }

    /// Calendar days from `right` to `left`.
    @inlinable
    package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

    /// The same day of the month `months` later, or the last day of that month when it has no such day.
    /// Source: timescales.yaml, `counting.months`.
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        return Day(
            checkedYear: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, in: newYear)))
    }

    /// Completed years from this day (a birth) to another; somebody born on 29 February has the birthday on 1 March.
    package func completedYears(on other: Day) -> Int {
        let (birthYear, birthMonth, birthDay) = civil
        let (year, month, day) = other.civil
        let reached = month > birthMonth || (month == birthMonth && day >= birthDay)
        return year - birthYear - (reached ? 0 : 1)
    }

    /// The day somebody born on this day turns `age`.
    package func birthday(_ age: Int) -> Day {
        let (year, month, day) = civil
        if month == 2, day == 29, !Day.isLeap(year + age) {
            return Day(checkedYear: year + age, month: 3, day: 1)
        }
        return Day(checkedYear: year + age, month: month, day: day)
    }
}

package enum Weekday: Int, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package var isWeekend: Bool { self == .saturday || self == .sunday }
}
