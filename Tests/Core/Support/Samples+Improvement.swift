import ChildJourney
import WorkingDays

/// What is recorded of improvement plans.
extension Samples {
    static let improvement: [any EntryBody] = [
        {
            var plan = ImprovementPlan(name: "After the report", beganOn: "2026-05-01", keptBy: "ana")
            (plan.inspection, plan.framework, plan.visit) = ("inspection-1", "ilacs-2023", "focused_visit")
            (plan.receivedOn, plan.publishedOn, plan.hasPriorityAction) = ("2026-04-20", "2026-04-24", true)
            (plan.sentOn, plan.sentShownBy, plan.endedOn) = ("2026-05-20", "The letter", "2027-05-01")
            plan.themes = [PlanTheme(id: "front-door", name: "The front door")]
            plan.branches = [PlanBranch(name: "Safeguarding", teams: ["north", "south"])]
            return plan
        }(),
        {
            var point = AnsweredPoint(
                on: "2026-04-20", origin: .paragraph, words: "Children wait too long", isPriority: true)
            (point.reference, point.pattern) = ("4.2", "plans_not_smart")
            return point
        }(),
        {
            var action = ImprovementAction(
                what: "Authorise in time", theme: "front-door", answers: ["point-1"], owner: "ana", byOn: "2026-11-30",
                beganOn: "2026-04-01")
            (action.team, action.begunShownBy) = ("north", "Minutes of April")
            action.measure = ActionMeasure(
                id: "assessments-within-45-working-days", period: "quarter", team: "north", target: 900, floor: 700,
                step: 50)
            (action.completedOn, action.completedBy, action.completedShownBy) = ("2026-10-01", "ana", "A report")
            (action.droppedOn, action.droppedBecause) = ("2026-10-02", "Another does it")
            action.changedBecause = "A worker left"
            (action.auditedBefore, action.auditedAgain) = ("sample-1", "sample-2")
            return action
        }(),
        {
            var update = ActionUpdate(
                on: "2026-05-29", action: "action-1", month: "2026-05-01", by: "ana", words: "Two more authorise")
            update.explanation = "Two were ill"
            return update
        }(),
        {
            var line = SnapshotLine(
                action: "action-1", what: "Authorise in time", theme: "front-door", owner: "ana", byOn: "2026-11-30",
                colour: "amber", because: "Between the floor and the target", state: "open")
            (line.team, line.measure, line.measureTeam) = ("north", "assessments-within-45-working-days", "north")
            (line.period, line.numerator, line.denominator) = ("2026-03-01/2026-05-29", 8, 10)
            (line.value, line.valueWhenBegun) = (800, 700)
            (line.update, line.explanation) = ("Two more authorise", "Two were ill")
            var snapshot = PlanSnapshot(
                month: "2026-05-01", asAt: "2026-05-29", takenAt: Moment(londonDay: "2026-05-29", minute: 1081),
                toldUntil: "2026-05-28", recordHead: "12:0a", lines: [line], previous: "0b")
            snapshot.digest = "0c"
            return snapshot
        }(),
        {
            var meeting = PlanMeeting(sort: .referenceGroup, on: "2026-06-10")
            (meeting.papersDueOn, meeting.papersSentOn, meeting.heldOn) = ("2026-06-03", "2026-06-02", "2026-06-10")
            (meeting.present, meeting.absent) = (["The director"], ["A partner"])
            (meeting.minutes, meeting.minutesFile) = ("A report in November", "document-1")
            return meeting
        }(),
        {
            var resolution = MeetingResolution(
                on: "2026-06-10", meeting: "meeting-1", words: "A further report in November", owner: "ana",
                dueOn: "2026-11-30")
            (resolution.answeredOn, resolution.answeredBy, resolution.answer) = ("2026-11-20", "ana", "The report")
            return resolution
        }(),
        {
            var change = PlannedChange(
                name: "One front door", why: "Contacts wait", from: "2026-06-01", until: "2026-09-01",
                teams: ["north", "south"], watch: ["re-referrals-within-12-months"])
            (change.capacityBefore, change.capacityAfter) = (125, 150)
            return change
        }(),
    ]

    static let bareImprovement: [any EntryBody] = [
        ImprovementPlan(name: "", beganOn: "2026-05-01", keptBy: ""),
        AnsweredPoint(on: "2026-04-20", origin: .audit, words: "", isPriority: false),
        ImprovementAction(what: "", theme: "", answers: [], owner: "", byOn: "2026-11-30", beganOn: "2026-05-01"),
        ActionUpdate(on: "2026-05-29", action: "", month: "2026-05-01", by: "", words: ""),
        PlanSnapshot(
            month: "2026-05-01", asAt: "2026-05-29", takenAt: Moment(milliseconds: 0), toldUntil: nil, recordHead: "",
            lines: [], previous: nil),
        PlanMeeting(sort: .committee, on: "2026-06-10"),
        MeetingResolution(on: "2026-06-10", meeting: "", words: "", owner: "", dueOn: "2026-06-10"),
        PlannedChange(name: "", why: "", from: "2026-06-01", until: "2026-06-01", teams: [], watch: []),
    ]
}
