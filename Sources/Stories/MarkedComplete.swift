import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import Measures
import RecordKeeping
import WorkingDays

/// An action of a plan is marked complete, and its number has not moved: the plan counts it as not done, month after month, until
/// the number moves. Everything in it is invented.
package struct MarkedComplete: Story {
    package static let name = "marked-complete"
    package static let referenceDay = Day(year: 2026, month: 10, day: 30) ?? Day(number: 0)
    private static let began = Day(year: 2026, month: 6, day: 1) ?? Day(number: 0)
    private static let marked = Day(year: 2026, month: 8, day: 17) ?? Day(number: 0)

    private let desk: StoryDesk
    private let plan: StoryPlan
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        desk = StoryDesk(store, Self.name, from: Self.began.adding(months: -6))
        plan = StoryPlan(desk: desk, calendar: standards.calendar, frameworks: standards.frameworks)
    }

    package func play() async throws {
        let first = Self.began.adding(months: -6)
        try await GoLive(store: desk.store, now: desk.clock.now)(
            council, named: "An invented council", from: first, by: "story-manager")
        // Three of five referrals of each week are decided in a working day, before the action as after it.
        var files = [StoryFile.workforce(on: first)]
        for week in 0..<46 {
            for turn in 0..<5 {
                let day = plan.calendar.adding(workingDays: 1, to: first + week * 7) ?? first
                var file = StoryFile("M", week * 5 + turn, on: day)
                let decided = turn < 3 ? day : plan.calendar.adding(workingDays: 3, to: day) ?? day
                file.decideLate(received: day, decided: decided)
                files.append(file)
            }
        }
        try await desk.write(files)
        desk.clock.set(Self.began, minute: 9 * 60)
        var body = ImprovementPlan(name: "The front door", beganOn: Self.began, keptBy: "")
        body.themes = [PlanTheme(id: "front-door", name: "The front door")]
        try await plan.open(body)
        try await plan.keep.answer(
            AnsweredPoint(on: Self.began - 3, origin: .selfAssessment, words: "Referrals wait", isPriority: true),
            id: "waits", in: StoryPlan.id)
        try await plan.keep.act(
            plan.action(
                "A manager decides every referral the same day", theme: "front-door", answers: ["waits"],
                by: Self.marked,
                began: Self.began,
                measure: ActionMeasure(
                    id: "referrals-decided-in-one-working-day", period: "quarter", team: nil, target: 950, floor: 800,
                    step: 50)), id: "action", in: StoryPlan.id)
        for month in plan.months(Self.began, Self.referenceDay) {
            if month == PlanMonth(of: Self.marked) {
                desk.clock.set(Self.marked, minute: 11 * 60)
                try await plan.owner.complete("action", in: StoryPlan.id, on: Self.marked, shownBy: "A rota was agreed")
            }
            try await plan.close(month, saying: "The rota is coming")
        }
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let file = try await plan.file()
        let standing = try await SeePlan(plan.manager).standing(of: file, to: Self.referenceDay)
        guard let line = standing.lines.first else { return [] }
        func shown(_ state: ActionState) -> StoryValue {
            .list(
                file.snapshots.filter { $0.body.lines.contains { $0.state == state.rawValue } }.map {
                    PlanMonth(of: $0.body.month).text
                })
        }
        return [
            ("markedComplete", .count(file.actions.count { $0.body.completedOn != nil })),
            ("done", .count(standing.lines.count { $0.state.isDone })), ("says", .text(line.state.words)),
            ("colour", .text(line.judgement.colour.rawValue)),
            ("whenBegun", .text(line.judgement.valueWhenBegun.map { ActionRule.words($0, .percent) } ?? "not known")),
            ("now", .text(line.judgement.value.map { ActionRule.words($0, .percent) } ?? "not known")),
            ("open", shown(.open)), ("otherwise", shown(.saysOtherwise)),
            ("overdue", .count(standing.lines.count { $0.state.isOverdue($0.action.body, on: Self.referenceDay) })),
        ]
    }
}
