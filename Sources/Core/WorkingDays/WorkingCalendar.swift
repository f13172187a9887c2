/// England's working days: not Saturday, Sunday, Christmas Day, Good Friday or an England and Wales bank holiday
/// (SI 2007/462 reg 1(2)). Adding and counting take constant time, from two tables.
package struct WorkingCalendar: Sendable {
    /// The first and last day the bank-holiday list covers.
    package let knows: ClosedRange<Day>
    private let holidays: [Day: String]
    /// For each known day, how many working days there are from the first known day up to and including it.
    private let workedThrough: [Int32]
    /// The n-th working day (from 0).
    private let workingDays: [Day]

    /// `holidays` must be complete for every year of `years`.
    package init(holidays: [Day: String], years: ClosedRange<Int>) {
        guard let first = Day(year: years.lowerBound, month: 1, day: 1),
            let last = Day(year: years.upperBound, month: 12, day: 31)
        else { preconditionFailure("a calendar needs years between 1 and 9999") }
        var worked: [Int32] = []
        var days: [Day] = []
        worked.reserveCapacity(last - first + 1)
        for number in first.number...last.number {
            let day = Day(number: number)
            if !day.weekday.isWeekend, holidays[day] == nil { days.append(day) }
            worked.append(Int32(days.count))
        }
        self.knows = first...last
        self.holidays = holidays
        self.workedThrough = worked
        self.workingDays = days
    }

    /// The bank holiday's name.
    package func holiday(on day: Day) -> String? { holidays[day] }

    /// Nil for a day the calendar does not know.
    package func isWorkingDay(_ day: Day) -> Bool? {
        guard knows.contains(day) else { return nil }
        return !day.weekday.isWeekend && holidays[day] == nil
    }

    /// Day `count` when the day after `day` is day 1; nil when either lies outside what the calendar knows.
    /// Nought working days after a day that is not worked is the last working day before it.
    package func adding(workingDays count: Int, to day: Day) -> Day? {
        guard knows.contains(day), WorkingCalendar.meant.contains(Int32(clamping: count.magnitude)) else { return nil }
        let index = Int(workedThrough[day - knows.lowerBound]) + count - 1
        return workingDays.indices.contains(index) ? workingDays[index] : nil
    }

    /// Working days after `start` up to and including `end`; negative when `end` is earlier.
    package func workingDays(after start: Day, through end: Day) -> Int? {
        guard knows.contains(start), knows.contains(end) else { return nil }
        return Int(workedThrough[end - knows.lowerBound] - workedThrough[start - knows.lowerBound])
    }

    /// Lengths of time somebody may mean, in any unit; a setting mistyped beyond them is no limit at all.
    private static let meant: ClosedRange<Int32> = 0...100_000

    /// The last day on which the step still counts as in time. Hours are turned into days only for a start whose
    /// clock time is not known: the due day is then the day on which the last of them falls, however late it began.
    package func due(_ allowance: Allowance, after start: Day) -> Day? {
        let first = allowance.startDayIsDayOne ? start - 1 : start
        guard knows.contains(first), WorkingCalendar.meant.contains(Int32(clamping: allowance.number)) else {
            return nil
        }
        let due: Day? =
            switch allowance.length {
            case .hours(let hours): first + (hours + 23) / 24
            case .calendarDays(let days): first + days
            // NB: nought days from a day of rest would be the working day before it, due before it could begin.
            case .workingDays(let days): adding(workingDays: days, to: first).map { max($0, first) }
            case .weeks(let weeks): first + weeks * 7
            case .months(let months): first.adding(months: months)
            }
        guard let due, knows.contains(due) else { return nil }
        return due
    }

    /// Bank holidays and weekends between two days, for the arithmetic shown beside a concern.
    package func holidays(after start: Day, through end: Day) -> [(day: Day, name: String)] {
        guard start < end else { return [] }
        return (start.number + 1...end.number).compactMap { number in
            let day = Day(number: number)
            return holidays[day].map { (day, $0) }
        }
    }
}
