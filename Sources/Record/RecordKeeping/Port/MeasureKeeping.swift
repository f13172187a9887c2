import AccessRules
import Measures
import WorkingDays

/// The numbers a council is run by, taken of everybody on its record.
package protocol MeasureKeeping: Sendable {
    /// Goes through every child, those who are restricted as well: what comes of it names nobody.
    func measures(over periods: [MeasurePeriod], access: Access) async throws(StoreFailure) -> MeasuresTaken
    /// The last day any source of the council tells of; nil where one is written in every day.
    func lastDayTold(access: Access) async throws(StoreFailure) -> Day?
}

/// What the measures say of a council.
package struct MeasuresTaken: Sendable {
    package var tally: MeasureTally
    package var children = 0
    /// What no source of the council can answer, and why.
    package var blind: [MeasureID: String] = [:]
    /// Teams by their id, with their names where they are known.
    package var teamNames: [String: String] = [:]
    /// Of a team that is part of another, that other.
    package var teamParents: [String: String] = [:]

    package init(_ periods: [MeasurePeriod]) {
        tally = MeasureTally(periods)
    }
}
