/// The days a concern turns on, from the first to the last, with the days that do not count between them.
package struct DateLine: Sendable {
    package var marks: [DateMark]
    package var notCounted: [NotCounted]
    /// Calendar days from the first mark to the last.
    package var lengthInDays: Int

    package init(marks: [DateMark], notCounted: [NotCounted] = [], lengthInDays: Int) {
        self.marks = marks
        self.notCounted = notCounted
        self.lengthInDays = lengthInDays
    }
}

/// One day on the line.
package struct DateMark: Sendable {
    /// What kind of day it is, which decides how it is drawn.
    package enum Role: Sendable { case happened, due, onset, cleared, today }

    /// Calendar days after the first mark.
    package var dayNumber: Int
    /// "Tue 3 Nov 2026".
    package var date: String
    /// "Last seen".
    package var words: String
    /// "working day 10".
    package var count: String?
    package var role: Role

    package init(dayNumber: Int, date: String, words: String, count: String? = nil, role: Role) {
        self.dayNumber = dayNumber
        self.date = date
        self.words = words
        self.count = count
        self.role = role
    }
}

/// Days that do not count: a weekend, a bank holiday.
package struct NotCounted: Sendable {
    package var dayNumber: Int
    package var lengthInDays: Int
    /// The name of a bank holiday, listed under the line with its date; nil for a weekend.
    package var holiday: String?

    package init(dayNumber: Int, lengthInDays: Int, holiday: String? = nil) {
        self.dayNumber = dayNumber
        self.lengthInDays = lengthInDays
        self.holiday = holiday
    }
}
