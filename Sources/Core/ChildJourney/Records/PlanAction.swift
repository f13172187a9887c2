import WorkingDays

/// One thing a plan says somebody will do: what it is for, who does it, by when, and how it is known to have worked.
package struct PlanAction: Hashable, Codable, Sendable {
    package let aim: String
    /// How anybody can tell that the aim is reached.
    package let measure: String
    package let owner: String
    package let by: Day
    package var doneOn: Day?

    package init(aim: String, measure: String, owner: String, by: Day, doneOn: Day? = nil) {
        self.aim = aim
        self.measure = measure
        self.owner = owner
        self.by = by
        self.doneOn = doneOn
    }
}
