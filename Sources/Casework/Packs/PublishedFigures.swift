import AccessRules
import Measures
import RecordKeeping
import WorkingDays

/// The figures of a council that may leave it: by month, and by branch and team for the year or the last day.
///
/// Whole months only: figures to one day and to another would give away what lies between. Teams are broken down for one period, for teams
/// by months could be worked out from each other.
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

    package static func periods(to day: Day) -> [MeasurePeriod] {
        (0..<12).map { .month($0, before: day) } + [.rolling(.quarter, to: day), .rolling(.year, to: day)]
    }

    /// - Parameter taken: Of exactly `periods(to:)`.
    package init(_ taken: MeasuresTaken, to day: Day) {
        precondition(taken.tally.periods == Self.periods(to: day), "They are taken of the periods that are published.")
        to = day
        // Months of which a source does not tell cannot be shown beside a year: the measure waits for a whole one.
        let year = MeasurePeriod.rolling(.year, to: day)
        blind = Dictionary(
            uniqueKeysWithValues: Measures.forMembers.compactMap { measure in
                taken.because(measure, measure.counting == .happened ? year : .month(11, before: day)).map {
                    (measure.id, $0)
                }
            })
        teamNames = taken.teamNames
        let groups = GroupTree(teams: taken.tally.teams, parents: taken.teamParents)
        let answered = Measures.forMembers.filter { [blind] in blind[$0.id] == nil }
        figures = answered.flatMap { MeasureTables($0, taken.tally, groups).figures }
    }

    package func of(_ measure: MeasureID, _ group: PublishedFigure.Group = .council) -> [PublishedFigure] {
        figures.filter { $0.measure == measure && $0.group == group }
    }
}
