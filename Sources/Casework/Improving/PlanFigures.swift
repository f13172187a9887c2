import AccessRules
import ChildJourney
import Improvement
import Measures
import RecordKeeping
import WorkingDays

/// What the measures say of the actions of a plan, to a day.
package struct PlanFigures: Sendable {
    /// The last day the figures are to: the day asked for, or the last one any source tells of.
    package let asOf: Day
    package let toldUntil: Day?
    package let teamNames: [String: String]
    private let taken: MeasuresTaken

    package init(
        of plan: PlanFile, to day: Day, _ store: any RecordStore, _ access: Access
    ) async throws(StoreFailure) {
        let told = try await store.lastDayTold(access: access)
        toldUntil = told
        asOf = told.map { min($0, day) } ?? day
        var periods: Set<MeasurePeriod> = []
        for action in plan.actions {
            guard let kind = action.body.measure.flatMap({ MeasurePeriod.Kind(rawValue: $0.period) }) else { continue }
            periods.insert(Self.period(kind, to: asOf))
            if action.body.beganOn < asOf { periods.insert(Self.period(kind, to: action.body.beganOn)) }
        }
        for change in plan.changes where !change.body.watch.isEmpty {
            for day in Self.days(of: change.body, asOf) { periods.insert(Self.period(.quarter, to: day)) }
        }
        // In a fixed order, so that the same question is asked in the same words.
        let asked = periods.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        taken = asked.isEmpty ? MeasuresTaken([]) : try await store.measures(over: asked, access: access)
        teamNames = taken.teamNames
    }

    /// The day before a change began, and the last day told; of a change to come the last day alone.
    static func days(of change: PlannedChange, _ asOf: Day) -> [Day] {
        change.from <= asOf ? [change.from - 1, asOf] : [asOf]
    }

    /// The period of a kind to a day, that day in it.
    package static func period(_ kind: MeasurePeriod.Kind, to day: Day) -> MeasurePeriod {
        switch kind {
        case .day: .day(day)
        case .month: .month(0, before: day)
        case .quarter, .year: .rolling(kind, to: day)
        }
    }

    package func sum(_ measure: MeasureID, _ period: MeasurePeriod, team: String?) -> MeasureSum {
        taken.tally.periods.firstIndex(of: period).map { taken.tally.sum(measure, $0, team: team) } ?? MeasureSum()
    }

    package func blind(_ measure: MeasureID, _ period: MeasurePeriod) -> String? {
        Measures.all.first { $0.id == measure }.flatMap { taken.because($0, period) } ?? taken.blind[measure]
    }

    package func period(of action: ImprovementAction) -> MeasurePeriod? {
        action.measure.flatMap { MeasurePeriod.Kind(rawValue: $0.period) }.map { Self.period($0, to: asOf) }
    }

    /// A watched number over three months: to the day before a change began, and now. Nil where it is not known.
    package func watched(_ measure: any Measure.Type, _ change: PlannedChange) -> (before: Int?, now: Int?) {
        func value(_ day: Day) -> Int? {
            let period = Self.period(.quarter, to: day)
            guard blind(measure.id, period) == nil else { return nil }
            let sum = sum(measure.id, period, team: nil)
            return sum.denominator < ActionRule.fewest ? nil : sum.tenths(measure.unit)
        }
        return (change.from <= asOf ? value(change.from - 1) : nil, value(asOf))
    }

    package func judge(_ action: ImprovementAction) -> ActionJudgement {
        guard let bound = action.measure else {
            return ActionJudgement(.noMeasure, because: "No measure: \(action.noMeasureBecause ?? "")")
        }
        guard let rule = try? ActionRule(bound), let period = period(of: action) else {
            return ActionJudgement(
                .notCheckable, because: "Not checkable: the measure this action was bound to is not known any more")
        }
        let id = MeasureID(bound.id)
        let before = Self.period(period.kind, to: action.beganOn)
        let then =
            action.beganOn < asOf && blind(id, before) == nil ? sum(id, before, team: bound.team) : nil
        return rule.judge(now: sum(id, period, team: bound.team), then: then, blind: blind(id, period))
    }
}

/// A plan with what the numbers say of each of its actions.
package struct PlanStanding: Sendable {
    package struct Line: Sendable {
        package let action: Recorded<ImprovementAction>
        package let judgement: ActionJudgement
        package let state: ActionState
    }

    package let file: PlanFile
    package let figures: PlanFigures
    package let lines: [Line]

    package init(_ file: PlanFile, _ figures: PlanFigures) {
        self.file = file
        self.figures = figures
        lines = file.actions.map { action in
            let judgement = figures.judge(action.body)
            return Line(action: action, judgement: judgement, state: ActionState(action.body, judgement))
        }
    }

    package func line(_ action: String) -> Line? { lines.first { $0.action.id.text == action } }
}
