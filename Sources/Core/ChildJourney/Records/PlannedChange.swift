import WorkingDays

/// A change of how work is shared out, such as a restructure, and the numbers to watch meanwhile.
package struct PlannedChange: EntryBody {
    package static var kind: RecordKind { .plannedChange }

    package var name: String
    package var why: String
    package var from: Day
    /// The day from which the new arrangement holds.
    package var until: Day
    package var teams: [String]
    /// Posts, in tenths of a full-time one.
    package var capacityBefore: Int?
    package var capacityAfter: Int?
    /// Measures to be watched, by their ids.
    package var watch: [String]

    package init(name: String, why: String, from: Day, until: Day, teams: [String], watch: [String]) {
        self.name = name
        self.why = why
        self.from = from
        self.until = until
        self.teams = teams
        self.watch = watch
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<PlannedChange>, into journey: inout Journey) {}
}
