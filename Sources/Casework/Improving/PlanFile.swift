import AccessRules
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// An improvement plan as it stands: what it answers, what is done, what was written each month and what meetings asked.
package struct PlanFile: Sendable {
    package let id: String
    package let plan: Recorded<ImprovementPlan>
    package let points: [Recorded<AnsweredPoint>]
    package let actions: [Recorded<ImprovementAction>]
    package let updates: [Recorded<ActionUpdate>]
    /// In the order of their months.
    package let snapshots: [Recorded<PlanSnapshot>]
    package let meetings: [Recorded<PlanMeeting>]
    package let resolutions: [Recorded<MeetingResolution>]
    package let changes: [Recorded<PlannedChange>]
    /// Files of meetings, those that others took the place of among them.
    package let documents: [Recorded<ReceivedDocument>]
    /// Every version of each action, in the order written.
    package let versions: [RecordID: [(at: Moment, body: ImprovementAction)]]

    /// Nil where nothing of the subject is a plan.
    package init?(_ subject: SubjectID, _ history: History) {
        guard let plan = history.standing(ImprovementPlan.self).last else { return nil }
        id = subject.local
        self.plan = plan
        points = history.standing(AnsweredPoint.self).sorted { ($0.body.on, $0.id.text) < ($1.body.on, $1.id.text) }
        actions = history.standing(ImprovementAction.self).sorted {
            ($0.body.byOn, $0.id.text) < ($1.body.byOn, $1.id.text)
        }
        updates = history.standing(ActionUpdate.self)
        snapshots = history.standing(PlanSnapshot.self).sorted { $0.body.month < $1.body.month }
        meetings = history.standing(PlanMeeting.self).sorted { ($0.body.on, $0.id.text) < ($1.body.on, $1.id.text) }
        resolutions = history.standing(MeetingResolution.self).sorted {
            ($0.body.dueOn, $0.id.text) < ($1.body.dueOn, $1.id.text)
        }
        changes = history.standing(PlannedChange.self).sorted {
            ($0.body.from, $0.id.text) < ($1.body.from, $1.id.text)
        }
        documents = history.standing(ReceivedDocument.self)
        var versions: [RecordID: [(at: Moment, body: ImprovementAction)]] = [:]
        for entry in history.entries {
            if let body = entry.body as? ImprovementAction {
                versions[entry.id, default: []].append((entry.recordedAt, body))
            }
        }
        self.versions = versions
    }

    package var hasEnded: Bool { plan.body.endedOn != nil }

    package func action(_ id: RecordID) -> Recorded<ImprovementAction>? { actions.first { $0.id.text == id.text } }

    package func documents(of meeting: RecordID) -> [Recorded<ReceivedDocument>] {
        documents.filter { $0.body.record?.text == meeting.text }
    }

    package func updates(of action: RecordID) -> [Recorded<ActionUpdate>] {
        updates.filter { $0.body.action == action.text }.sorted { $0.body.month < $1.body.month }
    }

    /// What has to be answered and nothing in the plan does; what was given up answers nothing.
    package var unanswered: [Recorded<AnsweredPoint>] {
        let answered = Set(actions.filter { $0.body.droppedOn == nil }.flatMap(\.body.answers))
        return points.filter { !answered.contains($0.id.text) }
    }

    /// The branch a team belongs to, where the plan names one.
    package func branch(of team: String?) -> String? {
        team.flatMap { team in plan.body.branches.first { $0.teams.contains(team) }?.name }
    }

    /// The same actions, of one team or of the teams of one branch; all of them for neither.
    package func actions(team: String?, branch: String?) -> [Recorded<ImprovementAction>] {
        actions.filter { action in
            (team.map { action.body.team == $0 } ?? true)
                && (branch.map { self.branch(of: action.body.team) == $0 } ?? true)
        }
    }

    /// The day an action was first written into the plan.
    package func writtenOn(_ action: Recorded<ImprovementAction>) -> Day {
        versions[action.id]?.first?.at.londonDay ?? plan.body.beganOn
    }

    package func duty(of action: Recorded<ImprovementAction>) -> UpdateDuty {
        let denied = snapshots.last { snapshot in
            snapshot.body.lines.contains { line in
                let state = ActionState(rawValue: line.state)
                return line.action == action.id.text && (state == .saysOtherwise || state == .notShown)
            }
        }
        return UpdateDuty(
            action.body, recordedOn: max(writtenOn(action), plan.body.beganOn),
            updates: updates(of: action.id).map(\.body), deniedIn: denied.map { PlanMonth(of: $0.body.month) })
    }

    /// Months for which nothing was written in time and nothing has been written since, of every action.
    package func overdueUpdates(
        on day: Day, _ calendar: WorkingCalendar
    ) -> [(action: Recorded<ImprovementAction>, month: PlanMonth)] {
        hasEnded ? [] : actions.flatMap { action in duty(of: action).overdue(on: day, calendar).map { (action, $0) } }
    }

    /// What was resolved and nobody has answered.
    package var openResolutions: [Recorded<MeetingResolution>] { resolutions.filter { $0.body.answeredOn == nil } }
}
