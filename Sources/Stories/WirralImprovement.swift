import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// What followed the inspection of Wirral, 2011: an action plan answers the seven areas for development and paragraphs of the report; it is
/// monitored monthly and reported to a reference group; the committee asks for a further report in November and gets it;
/// a themed audit asks again. Source: the council's committee minute of 2011. What each action was, which paragraphs it
/// answered and what the audits found is invented, as are the children.
package struct WirralImprovement: Story {
    package static let name = "wirral-improvement"
    package static let referenceDay = Day(year: 2011, month: 11, day: 30) ?? Day(number: 0)
    private static let began = Day(year: 2011, month: 4, day: 1) ?? Day(number: 0)
    private static let committee = Day(year: 2011, month: 6, day: 1) ?? Day(number: 0)
    private static let november = Day(year: 2011, month: 11, day: 15) ?? Day(number: 0)
    private static let paragraphs = [
        ("31", "Chronologies help to understand a child's life"), ("58", "Health plans are shared"),
    ]

    private let inspection: Wirral2011
    private let desk: StoryDesk
    private let plan: StoryPlan
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        inspection = Wirral2011(store: store, standards: standards)
        desk = StoryDesk(store, Wirral2011.name, from: Self.began)
        plan = StoryPlan(desk: desk, calendar: standards.calendar, frameworks: standards.frameworks)
    }

    private var auditor: Assurer { desk.assurer("story-auditor", .auditor) }

    package func play() async throws {
        try await inspection.play()
        desk.clock.set(Self.began, minute: 9 * 60)
        try await write()
        for month in plan.months(Self.began, Self.referenceDay) {
            try await during(month)
            try await plan.close(month, saying: "As planned; what is left is with each team")
        }
    }

    private func write() async throws {
        var body = ImprovementPlan(name: "Action plan after the inspection", beganOn: Self.began, keptBy: "")
        body.themes = [
            PlanTheme(id: "safeguarding", name: "Safeguarding"),
            PlanTheme(id: "looked-after", name: "Looked after children"),
        ]
        body.branches = [PlanBranch(name: "Children's social care", teams: ["T1"])]
        body.inspection = "inspection"
        try await plan.open(body)
        try await plan.keep.takeFindings(into: StoryPlan.id)
        for (number, words) in Self.paragraphs {
            var point = AnsweredPoint(on: Wirral2011.endedOn + 21, origin: .paragraph, words: words, isPriority: false)
            point.reference = number
            try await plan.keep.answer(point, id: RecordID("paragraph-\(number)"), in: StoryPlan.id)
        }
        for (turn, point) in try await plan.file().points.enumerated() {
            let isCare = point.id.text.contains("lac_")
            var action = plan.action(
                "See to it: \(point.body.words)", theme: isCare ? "looked-after" : "safeguarding",
                answers: [point.id.text], by: Self.referenceDay, began: Self.began, measure: nil,
                because: "No number of the record counts it: a themed audit asks")
            if turn % 2 == 0 { action.team = "T1" }
            try await plan.keep.act(action, id: RecordID("action-\(turn + 1)"), in: StoryPlan.id)
        }
        desk.clock.set(Self.began, minute: 17 * 60)
        try await plan.keep.change(StoryPlan.id) { body in
            (body.sentOn, body.sentShownBy) = (Self.began, "The letter to the inspectorate (invented)")
        }
    }

    private func during(_ month: PlanMonth) async throws {
        let middle = month.first + 13
        if month.first.civil.month % 2 == 0 { try await meet(.referenceGroup, on: middle) }
        if month == PlanMonth(of: Self.committee) {
            try await meet(.committee, on: Self.committee)
            try await plan.meetings.resolve(
                MeetingResolution(
                    on: Self.committee, meeting: "committee-\(Self.committee)", words: "A further report in November",
                    owner: "story-manager", dueOn: Self.referenceDay), id: "further-report", in: StoryPlan.id)
        }
        if month == PlanMonth(of: Day(year: 2011, month: 9, day: 1) ?? Self.began) {
            try await askAgain(month.first + 10)
        }
        if month == PlanMonth(of: Self.november) {
            try await meet(.committee, on: Self.november)
            try await plan.meetings.answer(
                "further-report", with: "The report to the committee of \(Self.november.words)", on: Self.november,
                in: StoryPlan.id)
        }
    }

    private func meet(_ sort: PlanMeetingSort, on day: Day) async throws {
        desk.clock.set(day, minute: 15 * 60)
        var meeting = PlanMeeting(sort: sort, on: day)
        (meeting.papersDueOn, meeting.papersSentOn) = (day - 7, day - 7)
        let id = RecordID("\(sort.rawValue)-\(day)")
        try await plan.meetings.plan(meeting, id: id, in: StoryPlan.id)
        try await plan.meetings.held(
            id, on: day, present: ["Invented members"], absent: [], minutes: "The plan was gone through (invented)",
            in: StoryPlan.id)
    }

    /// Auditors ask the questions of the files picked at random again, and the action that answers the first finding says so.
    private func askAgain(_ day: Day) async throws {
        desk.clock.set(day, minute: 9 * 60)
        var request = DrawSample.Request(
            purpose: "Themed audit: is it better?", method: .simpleRandom, size: 12, tool: "case-file", frame: .open)
        (request.reauditOf, request.theme) = ("random", "plans")
        _ = try await DrawSample(auditor)(request, id: "themed-audit")
        let cases = try await SeeAssurance(auditor, plan.frameworks).read("themed-audit").cases
        for (turn, one) in cases.enumerated() {
            var audit = CaseFileAudit(
                on: day, reader: .auditor, by: "story-auditor", tool: "case-file", sample: "themed-audit")
            (audit.isFinished, audit.leftAtPotentialRisk) = (true, false)
            audit.grade = turn % 3 == 0 ? "requires_improvement" : "good"
            try await AuditFile(auditor)(audit, id: RecordID("themed-\(turn)"), about: one.child)
        }
        try await plan.keep.change("action-1", in: StoryPlan.id, because: "The themed audit asked again") {
            ($0.auditedBefore, $0.auditedAgain) = ("random", "themed-audit")
        }
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let file = try await plan.file()
        let see = SeeAssurance(desk.assurer("story-director", .director), plan.frameworks)
        let again = try await see.read("themed-audit")
        func points(_ origin: PointOrigin) -> StoryValue { .count(file.points.count { $0.body.origin == origin }) }
        func held(_ sort: PlanMeetingSort) -> StoryValue {
            .count(file.meetings.count { $0.body.sort == sort && $0.body.heldOn != nil })
        }
        let answered = file.resolutions.filter {
            $0.body.answeredOn.map { PlanMonth(of: $0).text == "2011-11" } ?? false
        }
        return [
            ("answers", .group([("areasForDevelopment", points(.inspection)), ("paragraphs", points(.paragraph))])),
            ("notAnswered", .count(file.unanswered.count)), ("actions", .count(file.actions.count)),
            ("inTeamView", .count(file.actions(team: "T1", branch: nil).count)),
            ("inBranchView", .count(file.actions(team: nil, branch: "Children's social care").count)),
            ("monthsFrozen", .count(file.snapshots.count)),
            ("signaturesHold", .text(SnapshotSignature.firstBroken(of: file) == nil ? "yes" : "no")),
            ("updatesOverdue", .count(file.overdueUpdates(on: Self.referenceDay, plan.calendar).count)),
            ("referenceGroups", held(.referenceGroup)), ("committees", held(.committee)),
            ("resolved", .count(file.resolutions.count)), ("answeredInNovember", .count(answered.count)),
            ("askedAgain", .count(again.cases.count { $0.isRead })),
            ("linkedToAction", .count(file.actions.count { $0.body.auditedAgain == "themed-audit" })),
        ]
    }
}
