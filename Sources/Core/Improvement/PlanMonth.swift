import WorkingDays

/// A month of an improvement plan: its owners write by its last working day, and that evening it is frozen.
package struct PlanMonth: Hashable, Comparable, Sendable {
    /// (L) In minutes past midnight in London: until then an update of the last day is still among what is frozen.
    package static let frozenAt = 18 * 60

    /// The first day of it.
    package let first: Day

    package init(of day: Day) {
        first = day - (day.civil.day - 1)
    }

    /// "2026-11".
    package init?(text: String) {
        guard text.utf8.count == 7, let day = Day("\(text)-01") else { return nil }
        first = day
    }

    package var text: String { String(first.description.prefix(7)) }
    package var last: Day { first.adding(months: 1) - 1 }
    package var next: PlanMonth { PlanMonth(of: first.adding(months: 1)) }
    package var previous: PlanMonth { PlanMonth(of: first - 1) }

    /// "November 2026".
    package var words: String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(names[first.civil.month - 1]) \(first.year)"
    }

    /// The day updates are due. Where the calendar does not know the month, its last day that is no Saturday or Sunday.
    package func lastWorkingDay(_ calendar: WorkingCalendar) -> Day {
        var day = last
        while day > first, !(calendar.isWorkingDay(day) ?? !day.weekday.isWeekend) { day = day - 1 }
        return day
    }

    /// Whether the month is to be frozen by this moment.
    package func isOver(at moment: Moment, _ calendar: WorkingCalendar) -> Bool {
        moment >= Moment(londonDay: lastWorkingDay(calendar), minute: Self.frozenAt)
    }

    /// The last month to be frozen by a moment.
    package static func lastOver(at moment: Moment, _ calendar: WorkingCalendar) -> PlanMonth {
        let month = PlanMonth(of: moment.londonDay)
        return month.isOver(at: moment, calendar) ? month : month.previous
    }

    /// Months from one day to another, each day's own among them.
    package static func all(from: Day, through: Day) -> [PlanMonth] {
        var months: [PlanMonth] = []
        var month = PlanMonth(of: from)
        while month.first <= through {
            months.append(month)
            month = month.next
        }
        return months
    }

    package static func < (left: PlanMonth, right: PlanMonth) -> Bool { left.first < right.first }
}
