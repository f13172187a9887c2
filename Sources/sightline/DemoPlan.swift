import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// An invented improvement plan, so that its pages are not empty in a demonstration. Each part says that it is invented.
struct DemoPlan {
    private static let id = "plan-demonstration"
    private static let said = "Invented for this demonstration."

    let store: any RecordStore
    let standards: Casework.Standards
    let council: CouncilCode

    /// Written as if four months ago: what its owners would have written since is overdue, as it would be.
    func record() async throws {
        let today = Clock.now().londonDay
        let began = PlanMonth(of: today.adding(months: -3)).first
        let manager = Assurer(
            store: store, person: SignedIn(council: council, user: "demo-manager", role: .manager),
            now: { Clock.now() })
        let keep = KeepPlan(manager, standards.frameworks)
        var plan = ImprovementPlan(name: "Improvement plan (invented)", beganOn: began, keptBy: "")
        plan.themes = [
            PlanTheme(id: "front-door", name: "The front door"), PlanTheme(id: "seen", name: "Children are seen"),
        ]
        try await keep.open(plan, id: Self.id)
        for (id, words, pattern) in [
            ("point-1", "Referrals wait for a decision.", "management_oversight"),
            ("point-2", "Children with a plan are not seen in time.", "plans_not_smart"),
            ("point-3", "Families do not hear what was decided.", nil),
        ] as [(RecordID, String, String?)] {
            var point = AnsweredPoint(
                on: began - 10, origin: .selfAssessment, words: "\(words) \(Self.said)",
                isPriority: id.text == "point-2")
            point.pattern = pattern
            try await keep.answer(point, id: id, in: Self.id)
        }
        for (id, what, theme, point, owner, measure, target) in [
            (
                "action-1", "A manager decides every referral the same day", "front-door", "point-1", "demo-manager",
                "re-referrals-within-12-months", 200
            ),
            (
                "action-2", "Each team looks every Monday at who is to be seen", "seen", "point-2",
                "demo-social-worker",
                "plan-children-seen-on-time", 950
            ),
        ] {
            var action = ImprovementAction(
                what: "\(what). \(Self.said)", theme: theme, answers: [point], owner: owner,
                byOn: today.adding(months: id == "action-1" ? -1 : 3), beganOn: began)
            let isShare = target > 500
            action.measure = ActionMeasure(
                id: measure, period: isShare ? "day" : "year", team: nil, target: target, floor: isShare ? 800 : 300,
                step: 20)
            try await keep.act(action, id: RecordID(id), in: Self.id)
        }
        let write = UpdateAction(manager)
        try await write.write(
            "The rota is agreed. \(Self.said)", explaining: "August was short of managers. \(Self.said)",
            for: PlanMonth(of: today), of: "action-1", in: Self.id)
        try await write.complete(
            "action-1", in: Self.id, on: today, shownBy: "The rota. \(Self.said)")
        try await meet(manager, keep, today)
    }

    private func meet(_ manager: Assurer, _ keep: KeepPlan, _ today: Day) async throws {
        let meetings = HoldPlanMeeting(manager, keep)
        var meeting = PlanMeeting(sort: .referenceGroup, on: today - 14)
        (meeting.papersDueOn, meeting.papersSentOn) = (today - 21, today - 20)
        try await meetings.plan(meeting, id: "meeting-1", in: Self.id)
        try await meetings.held(
            "meeting-1", on: today - 14, present: ["An invented chair", "An invented member"], absent: [],
            minutes: "The plan was gone through. \(Self.said)", in: Self.id)
        try await meetings.resolve(
            MeetingResolution(
                on: today - 14, meeting: "meeting-1", words: "A further report in a month. \(Self.said)",
                owner: "demo-manager", dueOn: today + 16), id: "resolution-1", in: Self.id)
        try await meetings.announce(
            PlannedChange(
                name: "One front door (invented)", why: "Contacts wait in three places. \(Self.said)", from: today - 60,
                until: today + 30, teams: [], watch: ["re-referrals-within-12-months", "referrals"]), id: "change-1",
            in: Self.id)
    }
}
