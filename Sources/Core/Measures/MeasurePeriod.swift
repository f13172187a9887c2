import WorkingDays

/// What a figure is of: a day, a month, or the three or twelve months to a day.
package struct MeasurePeriod: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case day, month, quarter, year
    }

    package let kind: Kind
    package let from: Day
    /// The last day in it.
    package let to: Day

    /// `2026-10-31`, `2026-10`, or `2026-08-01/2026-10-31` for three and twelve months.
    package var text: String {
        switch kind {
        case .day: to.description
        case .month: String(from.description.prefix(7))
        case .quarter, .year: "\(from)/\(to)"
        }
    }

    package static func day(_ day: Day) -> MeasurePeriod { MeasurePeriod(kind: .day, from: day, to: day) }

    /// The month `back` months before that of `day`; that of `day` itself goes up to it and no further.
    package static func month(_ back: Int, before day: Day) -> MeasurePeriod {
        let first = day - (day.civil.day - 1)
        let from = first.adding(months: -back)
        return MeasurePeriod(kind: .month, from: from, to: min(from.adding(months: 1) - 1, day))
    }

    /// The months to a day, that day in it.
    package static func rolling(_ kind: Kind, to day: Day) -> MeasurePeriod {
        MeasurePeriod(kind: kind, from: (day + 1).adding(months: kind == .year ? -12 : -3), to: day)
    }

    /// What is printed of a day: the day, the month to it and the twelve before, the quarter and the year to it.
    package static func usual(to day: Day) -> [MeasurePeriod] {
        [.day(day)] + (0...12).map { .month($0, before: day) } + [
            .rolling(.quarter, to: day), .rolling(.year, to: day),
        ]
    }
}
