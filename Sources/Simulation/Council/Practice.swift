import Duties
import WorkingDays

/// How long each step may take in the simulated council, and the calendar those lengths are counted on.
///
/// Limits are read once, as they stand on the reference day: the simulated years lie under one set of standards.
package struct Practice: Sendable {
    package let calendar: WorkingCalendar
    package let assessmentStart, lead, assessment, enquiry, conference, firstReview, nextReview: Allowance
    package let protectionVisit, seenAlone, inNeedVisit, inNeedPlan, inNeedStep, longPlan, planAgain: Allowance
    package let reReferral, referredAgain, closedUnseen, repeatContacts, workerChanges, earlyHelp: Allowance
    package let caseload, caseloadNewlyQualified: Int

    package init(limits: Limits, calendar: WorkingCalendar, on day: Day) {
        func allowance(_ id: LimitID) -> Allowance {
            limits.allowance(id, on: day) ?? limits.allowance(id)
        }
        self.calendar = calendar
        assessmentStart = allowance("assessment_started_local")
        lead = allowance("lead_allocated_local")
        assessment = allowance("assessment_45wd")
        enquiry = allowance("s47_outcome_local")
        conference = allowance("s47_to_icpc_15wd")
        firstReview = allowance("cp_review_first_3m")
        nextReview = allowance("cp_review_next_6m")
        protectionVisit = allowance("cp_visit_local")
        seenAlone = allowance("plan_child_alone_local")
        inNeedVisit = allowance("cin_visit_local")
        inNeedPlan = allowance("in_need_plan_local")
        inNeedStep = allowance("in_need_without_step_local")
        longPlan = allowance("cp_plan_long_flag")
        planAgain = allowance("cp_plan_repeat_flag")
        reReferral = allowance("rereferral_12m_flag")
        referredAgain = allowance("closed_then_referred_again_local")
        closedUnseen = allowance("closed_unseen_local")
        repeatContacts = allowance("repeat_contacts_local")
        workerChanges = allowance("worker_changes_local")
        earlyHelp = allowance("early_help_opened_local")
        caseload = limits.count("caseload_local")
        caseloadNewlyQualified = limits.count("caseload_newly_qualified_local")
    }

    /// The last day in time. Months and calendar days need no calendar, so they may reach past what it knows.
    package func due(_ allowance: Allowance, after day: Day) -> Day {
        let first = allowance.startDayIsDayOne ? day - 1 : day
        switch allowance.length {
        case .months(let months): return first.adding(months: months)
        case .weeks(let weeks): return first + weeks * 7
        case .calendarDays(let days): return first + days
        case .workingDays, .hours: break
        }
        guard let due = calendar.due(allowance, after: day) else {
            preconditionFailure("the calendar must know every simulated day")
        }
        return due
    }

    /// The day from which the step is over its limit.
    package func onset(_ allowance: Allowance, after day: Day) -> Day { due(allowance, after: day) + 1 }

    /// The `count`-th working day after a day; for 0, the day itself or the first working day after it.
    package func later(_ count: Int, _ day: Day) -> Day {
        if count == 0 { return isWorkingDay(day) ? day : working(1, from: day) }
        return working(count, from: day)
    }

    /// The `count`-th working day before a day; for 0, the day itself or the last working day before it.
    package func earlier(_ count: Int, _ day: Day) -> Day {
        isWorkingDay(day) ? working(-count, from: day) : working(-max(0, count - 1), from: day)
    }

    package func workingDays(from start: Day, to end: Day) -> Int {
        calendar.workingDays(after: start, through: end) ?? 0
    }

    private func isWorkingDay(_ day: Day) -> Bool { calendar.isWorkingDay(day) ?? false }

    private func working(_ count: Int, from day: Day) -> Day {
        guard let found = calendar.adding(workingDays: count, to: day) else {
            preconditionFailure("the calendar must know every simulated day")
        }
        return found
    }
}
