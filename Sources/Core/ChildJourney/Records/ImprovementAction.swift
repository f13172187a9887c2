import WorkingDays

/// What somebody does to put something right, by when, and the number that will show it.
package struct ImprovementAction: EntryBody {
    package static var kind: RecordKind { .improvementAction }

    package var what: String
    /// The plan's theme, by its id.
    package var theme: String
    /// Records of what it answers.
    package var answers: [String]
    /// An account here.
    package var owner: String
    package var team: String?
    package var byOn: Day
    /// Exactly one of these two is there.
    package var measure: ActionMeasure?
    package var noMeasureBecause: String?
    /// Where action was begun before it was asked for, and what shows that.
    package var beganOn: Day
    package var begunShownBy: String?
    /// Marked complete; whether it is, the measure says.
    package var completedOn: Day?
    package var completedBy: String?
    package var completedShownBy: String?
    /// Given up, and why.
    package var droppedOn: Day?
    package var droppedBecause: String?
    /// Why it was last changed: another day, another owner.
    package var changedBecause: String?
    /// The sample that asked the question before, and the one that asked it again.
    package var auditedBefore: String?
    package var auditedAgain: String?

    package init(what: String, theme: String, answers: [String], owner: String, byOn: Day, beganOn: Day) {
        self.what = what
        self.theme = theme
        self.answers = answers
        self.owner = owner
        self.byOn = byOn
        self.beganOn = beganOn
    }

    package var happenedOn: Day? { beganOn }

    package static func fold(_ record: Recorded<ImprovementAction>, into journey: inout Journey) {}
}

/// The number an action is to move. Values are in tenths of the measure's unit, as measures give them.
package struct ActionMeasure: Hashable, Codable, Sendable {
    package var id: String
    /// "day", "quarter" or "year", to the day it is looked at.
    package var period: String
    /// Nil: everybody.
    package var team: String?
    package var target: Int
    package var floor: Int
    /// How far it has to have moved towards the target, since the action began, to count as moving.
    package var step: Int

    package init(id: String, period: String, team: String?, target: Int, floor: Int, step: Int) {
        self.id = id
        self.period = period
        self.team = team
        self.target = target
        self.floor = floor
        self.step = step
    }
}
