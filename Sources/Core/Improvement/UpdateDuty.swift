import ChildJourney
import WorkingDays

/// For which months the owner of an action has to write, and for which nobody has.
package struct UpdateDuty: Sendable {
    /// (L) Working days before the month's last one from which it is asked for.
    package static let askedBefore = 5

    private let action: ImprovementAction
    /// The day the action was written into the plan: nothing was asked of its owner before.
    private let recordedOn: Day
    private let written: Set<PlanMonth>
    /// The last month frozen in which the number said that it is not done, though marked complete.
    private let deniedIn: PlanMonth?

    package init(
        _ action: ImprovementAction, recordedOn: Day, updates: [ActionUpdate], deniedIn: PlanMonth? = nil
    ) {
        self.action = action
        self.recordedOn = recordedOn
        self.deniedIn = deniedIn
        written = Set(updates.map { PlanMonth(of: $0.month) })
    }

    /// Months whose last working day is past, and for which nothing is written. Nothing but the writing ends it.
    package func overdue(on day: Day, _ calendar: WorkingCalendar) -> [PlanMonth] {
        missing(through: day).filter { $0.lastWorkingDay(calendar) < day }
    }

    /// The month that is asked for now; nil where it is written, or not asked for yet.
    package func asked(on day: Day, _ calendar: WorkingCalendar) -> PlanMonth? {
        missing(through: day).last { month in
            let due = month.lastWorkingDay(calendar)
            let from = calendar.adding(workingDays: -Self.askedBefore, to: due) ?? due - 7
            return from <= day && day <= due
        }
    }

    private func missing(through day: Day) -> [PlanMonth] {
        PlanMonth.all(from: recordedOn, through: day).filter { !written.contains($0) && isOwed($0) }
    }

    /// The month it was given up in, or completed in, is the last; unless the number said otherwise in a later one, or in that.
    private func isOwed(_ month: PlanMonth) -> Bool {
        if let dropped = action.droppedOn { return month < PlanMonth(of: dropped) }
        guard let completed = action.completedOn, month >= PlanMonth(of: completed) else { return true }
        // What was said at the end of one month is for its owner to explain until a month's end says that it is done.
        return deniedIn.map { month <= $0.next && $0 >= PlanMonth(of: completed) } ?? false
    }
}
