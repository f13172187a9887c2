import FileFormats
import WorkingDays

/// A day in a cell, judged for whether it can be meant.
enum DayCell {
    case day(Day)
    case malformed
    /// A day nobody alive can have a duty on. 1 January 1900 is what databases make of an empty date.
    case implausible

    init(_ cell: Cell) {
        guard let date = DateText(cell) else {
            self = .malformed
            return
        }
        let isEmptyDate = date.year == 1900 && date.month == 1 && date.day == 1
        guard (1900...2100).contains(date.year), !isEmptyDate,
            let day = Day(year: date.year, month: date.month, day: date.day)
        else {
            self = .implausible
            return
        }
        self = .day(day)
    }
}
