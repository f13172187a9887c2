import ChildJourney
import Improvement
import Measures
import RecordKeeping
import WorkingDays

/// How far the improvement plans have come, as a pack shows it to people who may open no child. Owners are not named.
///
/// What a number says is taken from the published figures of the whole council alone: a colour would tell which side of a
/// target a hidden count lies.
struct PlanProgress {
    struct Line {
        let action: ImprovementAction
        let target: String
        let now: String
        let status: String
        /// Why it is past its day; nil where it is not.
        let late: String?
        /// "54.5%, short of the floor of 70%"; nil where it is not, or no published figure says.
        let red: String?
    }

    let plans: [PlanFile]
    let figures: PublishedFigures
    /// For a team or a branch, its actions alone.
    let team: String?
    /// The day the pack is made for; the figures go to the end of a month before it.
    let asOf: Day
    /// What is written in a plan, without what may not stand in a pack.
    var told: PlanWords = PlanWords()

    var lines: [Line] {
        actions.sorted { ($0.byOn, $0.what) < ($1.byOn, $1.what) }.map(line)
    }

    private var actions: [ImprovementAction] {
        plans.flatMap { plan in
            plan.actions.map(\.body).filter { $0.droppedOn == nil && (team == nil || $0.team == team) }
        }
    }

    /// What meetings resolved, is past its day and nobody has answered: of the whole council.
    var resolvedAndLate: [String] {
        guard team == nil else { return [] }
        return plans.flatMap { plan in
            plan.openResolutions.filter { $0.body.dueOn < asOf && $0.body.on <= asOf }.map { one in
                "Resolved on \(one.body.on.words) and not answered by \(one.body.dueOn.words): \(told.shown(one.body.words))"
            }
        }
    }

    /// What actions bound to a measure for everybody are to reach, where a month can be held against it: a share, a mean, or what
    /// stood at its end. A count of twelve months is no line beside one month.
    func targets(of measure: any Measure.Type) -> [Pack.Run.Target] {
        guard measure.unit != .children || measure.counting == .stood else { return [] }
        var found: [Pack.Run.Target] = []
        for plan in plans {
            for action in plan.actions.map(\.body) where action.droppedOn == nil {
                guard let bound = action.measure, bound.team == nil, bound.id == measure.id.text else { continue }
                let target = Pack.Run.Target(tenths: bound.target, byOn: action.byOn)
                if !found.contains(target) { found.append(target) }
            }
        }
        return found.sorted { ($0.byOn, $0.tenths) < ($1.byOn, $1.tenths) }
    }

    private func line(_ action: ImprovementAction) -> Line {
        let number = number(action)
        let isDone = action.completedOn.map { $0 <= asOf } ?? false
        let status =
            isDone
            ? number.isMet == false ? "marked complete; the number says otherwise" : "marked complete"
            : action.byOn < asOf ? "late: due by \(action.byOn.words)" : "due by \(action.byOn.words)"
        // Marked complete and shown not to be is not done, and so late too.
        let isLate = action.byOn < asOf && (!isDone || number.isMet == false)
        return Line(
            action: action, target: number.target, now: number.value, status: status,
            late: isLate ? late(action, isDone: isDone) : nil, red: number.red)
    }

    /// The reason last given for another day, where it is past that day too.
    private func late(_ action: ImprovementAction, isDone: Bool) -> String {
        isDone
            ? "marked complete; the number says otherwise"
            : action.changedBecause.map(told.shown) ?? "no reason is recorded"
    }

    private func number(
        _ action: ImprovementAction
    ) -> (target: String, value: String, isMet: Bool?, red: String?) {
        guard let bound = action.measure, let rule = try? ActionRule(bound) else {
            return ("no number", action.noMeasureBecause.map(told.shown) ?? "", nil, nil)
        }
        let target = rule.words(rule.target)
        guard bound.team == nil else { return (target, "counted for one team; see the plan", nil, nil) }
        let id = MeasureID(bound.id)
        if let because = figures.blind[id] { return (target, "not checkable: \(because)", nil, nil) }
        // NB: what stood on the last day is of that day; of what happened, readers have no more than the months.
        let counted = rule.measure.counting == .stood ? nil : MeasurePeriod.Kind(rawValue: bound.period)
        let months = counted == .year ? 12 : counted == .quarter ? 3 : 1
        guard let sum = figures.lastMonths(months, of: id) else {
            return (target, months == 1 ? "hidden" : "hidden: it rests on a month that is", nil, nil)
        }
        guard let tenths = sum.tenths(rule.measure.unit) else { return (target, "nothing to count", nil, nil) }
        let now = rule.words(tenths)
        let isShort = !rule.isAtOrPast(rule.floor, value: tenths)
        return (
            target, now, rule.isAtOrPast(rule.target, value: tenths),
            isShort ? "\(now), short of the floor of \(rule.words(rule.floor))" : nil
        )
    }
}
