import WorkingDays

/// How one reader's grades move from one half-year to the next. It compares nobody with anybody.
package struct GradeDrift: Hashable, Sendable {
    /// (L) Below so many files a share says nothing.
    package static let fewest = 10

    /// One finished reading: when, and its place on the scale, 0 the best.
    package struct Given: Hashable, Sendable {
        package let on: Day
        package let place: Int

        package init(on: Day, place: Int) {
            self.on = on
            self.place = place
        }
    }

    /// The half-year that begins on a day.
    package struct Period: Hashable, Sendable {
        package let from: Day
        package let files: Int
        /// Graded in the better half of the scale.
        package let better: Int

        package var isEnough: Bool { files >= GradeDrift.fewest }
    }

    /// Oldest first; half-years without a file are left out.
    package let periods: [Period]

    package init(_ given: [Given], scale: Int) {
        let byPeriod = Dictionary(grouping: given) { Self.halfYear(of: $0.on) }
        periods = byPeriod.sorted { $0.key < $1.key }.map { from, given in
            Period(from: from, files: given.count, better: given.count { $0.place * 2 < scale })
        }
    }

    /// The first and the last half-year with files enough to say anything; nil where there are not two.
    package var moved: (from: Period, to: Period)? {
        let enough = periods.filter(\.isEnough)
        guard let first = enough.first, let last = enough.last, first.from < last.from else { return nil }
        return (first, last)
    }

    private static func halfYear(of day: Day) -> Day {
        Day(year: day.year, month: day.civil.month < 7 ? 1 : 7, day: 1) ?? day
    }
}
