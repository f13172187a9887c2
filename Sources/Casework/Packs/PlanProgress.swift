import ChildJourney
import Improvement
import Measures
import WorkingDays

/// How far the improvement plans have come, as a pack shows it to people who may open no child. Owners are not named.
///
/// What a number says is taken from the published figures of the whole council alone: a colour would tell which side of a
/// target a hidden count lies.
struct PlanProgress {
    let plans: [PlanFile]
    let figures: PublishedFigures
    /// For a team or a branch, its actions alone.
    let team: String?
    /// The day the pack is made for; the figures go to the end of a month before it.
    let asOf: Day

    var rows: [[String]] {
        plans.flatMap { plan in
            plan.actions.filter { $0.body.droppedOn == nil && (team == nil || $0.body.team == team) }
                .map(\.body).sorted { ($0.byOn, $0.what) < ($1.byOn, $1.what) }.map(row)
        }
    }

    private func row(_ action: ImprovementAction) -> [String] {
        let number = number(action)
        let isDone = action.completedOn.map { $0 <= asOf } ?? false
        let status =
            isDone
            ? number.isMet == false ? "marked complete; the number says otherwise" : "marked complete"
            : action.byOn < asOf ? "late: due by \(action.byOn.words)" : "due by \(action.byOn.words)"
        return [action.what, number.target, number.value, status, late(action, isDone: isDone)]
    }

    /// The reason last given for another day, where it is past that day too.
    private func late(_ action: ImprovementAction, isDone: Bool) -> String {
        guard !isDone, action.byOn < asOf else { return "" }
        return action.changedBecause ?? "no reason is recorded"
    }

    private func number(_ action: ImprovementAction) -> (target: String, value: String, isMet: Bool?) {
        guard let bound = action.measure, let rule = try? ActionRule(bound) else {
            return ("no number", action.noMeasureBecause ?? "", nil)
        }
        let target = rule.words(rule.target)
        guard bound.team == nil else { return (target, "counted for one team; see the plan", nil) }
        let id = MeasureID(bound.id)
        if let because = figures.blind[id] { return (target, "not checkable: \(because)", nil) }
        let kind: MeasurePeriod.Kind = bound.period == "year" ? .year : bound.period == "quarter" ? .quarter : .month
        guard let figure = figures.of(id).first(where: { $0.period.kind == kind && $0.period.to == figures.to }) else {
            return (target, "not published", nil)
        }
        guard let tenths = figure.sum?.tenths(rule.measure.unit) else {
            return (target, figure.sum == nil ? "hidden" : "nothing to count", nil)
        }
        return (target, rule.words(tenths), rule.isAtOrPast(rule.target, value: tenths))
    }
}
