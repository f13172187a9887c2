import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// The improvement plan of a story, kept by the verbs people use: its owner writes each month, and each month is frozen.
struct StoryPlan: Sendable {
    static let id = "plan"

    let desk: StoryDesk
    let calendar: WorkingCalendar
    let frameworks: InspectionFrameworks

    var manager: Assurer { desk.assurer("story-manager", .manager) }
    var keep: KeepPlan { KeepPlan(manager, frameworks) }
    var meetings: HoldPlanMeeting { HoldPlanMeeting(manager, keep) }
    var owner: UpdateAction { UpdateAction(manager) }

    func file() async throws -> PlanFile { try await SeePlan(manager).file(Self.id) }

    /// Whoever takes actions on has an account.
    func open(_ plan: ImprovementPlan) async throws {
        for (id, name, role) in [
            ("story-manager", "An invented manager", Role.manager),
            ("story-director", "An invented director", .director),
        ] { try await desk.store.save(User(council: desk.council, id: UserID(id), name: name, role: role)) }
        try await keep.open(plan, id: Self.id)
    }

    /// An action with a number, or with the reason why it has none.
    func action(
        _ what: String, theme: String, answers: [String], by: Day, began: Day, measure: ActionMeasure?,
        because: String? = nil, shownBy: String? = nil
    ) -> ImprovementAction {
        var action = ImprovementAction(
            what: what, theme: theme, answers: answers, owner: "story-manager", byOn: by, beganOn: began)
        (action.measure, action.noMeasureBecause, action.begunShownBy) = (measure, because, shownBy)
        return action
    }

    /// Each owner writes on the morning of the month's last working day, and that evening it is frozen.
    func close(_ month: PlanMonth, saying words: String) async throws {
        let last = month.lastWorkingDay(calendar)
        desk.clock.set(last, minute: 10 * 60)
        for action in try await file().actions where action.body.completedOn == nil {
            try await owner.write(words, for: month, of: action.id, in: Self.id)
        }
        desk.clock.set(last, minute: 18 * 60)
        try await FreezeSnapshots(
            store: desk.store, council: desk.council, calendar: calendar, now: desk.clock.now)()
    }

    /// Every month from one day's to another's.
    func months(_ from: Day, _ through: Day) -> [PlanMonth] { PlanMonth.all(from: from, through: through) }
}
