/// How long a standard allows, and how its days are counted.
package struct Allowance: Hashable, Sendable {
    package enum Length: Hashable, Sendable {
        case hours(Int)
        case calendarDays(Int)
        case workingDays(Int)
        case weeks(Int)
        case months(Int)
    }

    package let length: Length
    /// False: the day after the start is day 1 (the usual count). True: the start day is itself day 1, as the DfE
    /// census validator counts in rules 8670Q and 8675Q.
    package let startDayIsDayOne: Bool

    package init(_ length: Length, startDayIsDayOne: Bool = false) {
        self.length = length
        self.startDayIsDayOne = startDayIsDayOne
    }

    /// The last moment in time of an allowance in hours; nil for one that is not, or that nobody can mean.
    package func due(after start: Moment) -> Moment? {
        guard case .hours(let hours) = length, (0...100_000).contains(hours) else { return nil }
        return start.adding(hours: hours)
    }

    /// The number without its unit.
    package var number: Int {
        switch length {
        case .hours(let number), .calendarDays(let number), .workingDays(let number), .weeks(let number),
            .months(let number):
            number
        }
    }

    /// "10 working days", "1 month".
    package var words: String {
        func plural(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
        return switch length {
        case .hours(let number): plural(number, "hour")
        case .calendarDays(let number): plural(number, "day")
        case .workingDays(let number): plural(number, "working day")
        case .weeks(let number): plural(number, "week")
        case .months(let number): plural(number, "month")
        }
    }
}
