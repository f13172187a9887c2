import WorkingDays

extension StandardsFolder {
    /// Working days from `bank-holidays-england-and-wales.csv`, for the years it covers.
    package func calendar() throws(StandardsFailure) -> WorkingCalendar {
        let file = "bank-holidays-england-and-wales.csv"
        var holidays: [Day: String] = [:]
        for (index, row) in try rows(file, separator: ",", columns: 2).enumerated() {
            guard let day = Day(iso: row[0]) else {
                throw .unreadable(file: file, line: index + 2, because: "\(row[0]) is not a day")
            }
            holidays[day] = String(row[1])
        }
        guard let first = holidays.keys.min(), let last = holidays.keys.max() else {
            throw .unreadable(file: file, line: 1, because: "it lists no holidays")
        }
        return WorkingCalendar(holidays: holidays, years: first.year...last.year)
    }
}
