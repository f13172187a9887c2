import AccessRules
import Assurance
import Casework
import ChildJourney
import Improvement
import RecordKeeping
import WorkingDays

/// What followed the unannounced inspection of Leeds, 2009: its priority action is answered the same day, every earlier case is
/// reviewed again, an additional check looks at each new case, and six months of numbers show whether it moved. Source:
/// Community Care, 2009. That plan's actions, the children and the numbers after the inspection are invented.
package struct LeedsImprovement: Story {
    package static let name = "leeds-improvement"
    package static let referenceDay = Day(year: 2010, month: 2, day: 26) ?? Day(number: 0)
    private static let began = Day(year: 2009, month: 9, day: 1) ?? Day(number: 0)

    private let inspection: Leeds2009
    private let desk: StoryDesk
    private let plan: StoryPlan
    package var council: CouncilCode { desk.council }

    package init(store: any RecordStore, standards: StoryStandards) {
        inspection = Leeds2009(store: store, standards: standards)
        desk = StoryDesk(store, Leeds2009.name, from: Self.began)
        plan = StoryPlan(desk: desk, calendar: standards.calendar, frameworks: standards.frameworks)
    }

    package func play() async throws {
        try await inspection.play()
        desk.clock.set(Self.began, minute: 9 * 60)
        var body = ImprovementPlan(name: "After the unannounced inspection", beganOn: Self.began, keptBy: "")
        (body.themes, body.inspection) = ([PlanTheme(id: "safety", name: "Children are seen")], "inspection")
        try await plan.open(body)
        try await plan.keep.takeFindings(into: StoryPlan.id)
        try await act()
        for month in plan.months(Self.began, Self.referenceDay) {
            try await desk.write(later(month))
            if month == PlanMonth(of: Self.began) { try await complete() }
            try await plan.close(month, saying: "The police and health are asked to every discussion")
        }
    }

    private func act() async throws {
        let answers = try await plan.file().points.map(\.id.text)
        let inspected = Leeds2009.inspectedOn
        for (id, what, began, shownBy) in [
            (
                "same-day", "Every child who was left at potential risk is seen the same day", inspected,
                "The flags and the visits of that day"
            ),
            ("look-back", "Every open case is reviewed again", inspected + 5, "The sample of the look-back"),
        ] {
            try await plan.keep.act(
                plan.action(
                    what, theme: "safety", answers: answers, by: Self.began + 20, began: began, measure: nil,
                    because: "It was done once, and its sample and flags show it", shownBy: shownBy), id: RecordID(id),
                in: StoryPlan.id)
        }
        try await plan.keep.act(
            plan.action(
                "An additional check before each new case is signed off: were the police and health there?",
                theme: "safety", answers: answers, by: Self.referenceDay, began: Self.began,
                measure: ActionMeasure(
                    id: "strategy-discussions-with-police-and-health", period: "quarter", team: nil, target: 950,
                    floor: 750, step: 50)), id: "additional-check", in: StoryPlan.id)
    }

    private func complete() async throws {
        let day = Self.began + 20
        desk.clock.set(day, minute: 10 * 60)
        for id in ["same-day", "look-back"] {
            try await plan.owner.complete(
                RecordID(id), in: StoryPlan.id, on: day, shownBy: "Every one is recorded")
        }
    }

    /// Eight new children each month about whom harm is alleged; the police and health are at more and more of the discussions.
    private func later(_ month: PlanMonth) -> [StoryFile] {
        let turn = plan.months(Self.began, month.first).count
        return (0..<8).map { number in
            let day = plan.calendar.adding(workingDays: 1 + number, to: month.first) ?? month.first
            var file = StoryFile("N", turn * 10 + number, on: day)
            file.refer(on: day, harm: [.injury])
            file.see(on: day, 780)
            file.discuss(
                on: day, 840, with: number < 3 + turn ? [.socialCare, .police, .health] : [.socialCare, .police])
            return file
        }
    }

    package func numbers() async throws -> [(name: String, value: StoryValue)] {
        let file = try await plan.file()
        let see = SeeAssurance(desk.assurer("story-director", .director), plan.frameworks)
        let lookBack = try await see.read("look-back")
        let standing = try await SeePlan(plan.manager).standing(of: file, to: Self.referenceDay)
        func kept(_ snapshot: PlanSnapshot) -> SnapshotLine? {
            snapshot.lines.first { $0.action == "additional-check" }
        }
        let months = file.snapshots.compactMap { snapshot in
            kept(snapshot.body).map { "\(PlanMonth(of: snapshot.body.month).text) \($0.colour)" }
        }
        let line = standing.line("additional-check")
        let due = file.due(try await see.inspections().first, plan.frameworks, plan.calendar)
        return [
            ("priorityActions", .count(file.points.count { $0.body.isPriority })),
            ("notAnswered", .count(file.unanswered.count)),
            ("begunBeforeThePlan", .count(file.actions.count { $0.body.begunShownBy != nil })),
            ("reviewedAgain", .text(lookBack.cases.allSatisfy { $0.isRead } ? "every case" : "not every case")),
            ("statutoryDay", .text(due.map { $0.on.description } ?? "none")),
            ("months", .list(months)),
            ("moved", .text(line?.judgement.moved ?? 0 > 0 ? "up" : "not up")),
            ("complete", .count(standing.lines.count { $0.state.isDone })),
            ("signaturesHold", .text(SnapshotSignature.firstBroken(of: file) == nil ? "yes" : "no")),
        ]
    }
}
