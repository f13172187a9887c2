import AccessRules
import Measures
import RecordKeeping
import WorkingDays

/// The figures of a council that may leave it: by month, and by branch and team for the year to 31 March or the last day.
///
/// Whole months and whole years only: figures to one day and to another would give away what lies between, and so would twelve months to one
/// month and to the next. Teams are broken down for one period, for teams by months could be worked out from each other.
package struct PublishedFigures: Sendable {
    package let to: Day
    /// In the order of the measures; the council before its branches, a branch before its teams.
    package let figures: [PublishedFigure]
    /// Measures no source of the council can answer, and why.
    package let blind: [MeasureID: String]
    package let teamNames: [String: String]

    /// The last day of the last month that is over by the end of a day.
    package static func lastMonthEnd(by day: Day) -> Day {
        let next = day + 1
        return next - (next.civil.day - 1) - 1
    }

    /// How many months are published, the last first.
    static let months = 12

    /// The last year to 31 March that is over by the end of a day.
    package static func year(by day: Day) -> MeasurePeriod {
        let civil = (day + 1).civil
        let ended = Day(year: civil.month > 3 ? civil.year : civil.year - 1, month: 3, day: 31) ?? day
        return .rolling(.year, to: ended)
    }

    /// The months that are published; the earlier months of the year, which were; and the year.
    package static func periods(to day: Day) -> [MeasurePeriod] {
        let year = year(by: day)
        let earlier = (months..<2 * months).map { MeasurePeriod.month($0, before: day) }.filter { $0.from >= year.from }
        return (0..<months).map { .month($0, before: day) } + earlier + [year]
    }

    /// - Parameter taken: Of exactly `periods(to:)`.
    package init(_ taken: MeasuresTaken, to day: Day) {
        precondition(taken.tally.periods == Self.periods(to: day), "They are taken of the periods that are published.")
        to = day
        blind = Dictionary(
            uniqueKeysWithValues: Measures.forMembers.compactMap { measure in
                taken.because(measure, .month(0, before: day)).map { (measure.id, $0) }
            })
        teamNames = taken.teamNames
        let groups = GroupTree(teams: taken.tally.teams, parents: taken.teamParents)
        let answered = Measures.forMembers.filter { [blind] in blind[$0.id] == nil }
        figures = answered.flatMap { measure in
            MeasureTables(measure, taken.tally, groups) { taken.because(measure, taken.tally.periods[$0]) == nil }
                .figures
        }
    }

    /// What the last months that are shown add up to; nil where one of them is hidden or not told.
    package func lastMonths(_ count: Int, of measure: MeasureID) -> MeasureSum? {
        let periods = Set((0..<count).map { MeasurePeriod.month($0, before: to) })
        let shown = of(measure).filter { periods.contains($0.period) }.compactMap(\.sum)
        guard shown.count == count else { return nil }
        return shown.reduce(into: MeasureSum()) { $0.add($1, times: 1) }
    }

    package func of(_ measure: MeasureID, _ group: PublishedFigure.Group = .council) -> [PublishedFigure] {
        figures.filter { $0.measure == measure && $0.group == group }
    }
}
