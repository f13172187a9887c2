import WorkingDays

/// The last day for a council's plan after a report. It is counted from the day the council received the report; from the day of
/// publication only as an assumption, and marked as one. A visit without grades asks for a draft, and only where it found
/// something for priority action.
package struct ActionPlanDue: Hashable, Sendable {
    package let on: Day
    package let workingDays: Int
    /// The day the report was received is not recorded: it is taken to be that of publication.
    package let isAssumed: Bool

    /// Nil where no law sets a day, or neither day is recorded.
    package init?(
        _ framework: InspectionFramework, _ visit: VisitKind?, hasPriorityAction: Bool, receivedOn: Day?,
        publishedOn: Day?, _ calendar: WorkingCalendar
    ) {
        let draft = hasPriorityAction ? visit?.draftPlanWorkingDays : nil
        guard let days = visit?.isGraded ?? true ? framework.actionPlanWorkingDays : draft,
            let start = receivedOn ?? publishedOn, let due = calendar.adding(workingDays: days, to: start)
        else { return nil }
        (on, workingDays, isAssumed) = (due, days, receivedOn == nil)
    }
}
