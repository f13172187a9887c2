import Casework
import ChildJourney
import Improvement
import Measures
import Pages
import WorkingDays

extension ActionColour {
    /// The word is the tag; its tone says the same.
    var tag: StatusTag {
        switch self {
        case .red: StatusTag(words: "Red", tone: .red)
        case .amber: StatusTag(words: "Amber", tone: .amber)
        case .green: StatusTag(words: "Green", tone: .need)
        case .notCheckable: StatusTag(words: "Not checkable", tone: .gone)
        case .noMeasure: StatusTag(words: "No measure", tone: .closed)
        }
    }
}

extension ActionState {
    var tag: StatusTag {
        switch self {
        case .open: StatusTag(words: "Open")
        case .complete: StatusTag(words: "Complete", tone: .need)
        case .saysOtherwise: StatusTag(words: "Marked complete; the number says otherwise", tone: .red)
        case .notShown: StatusTag(words: "Marked complete; no number shows it", tone: .gone)
        case .dropped: StatusTag(words: "Given up", tone: .closed)
        }
    }
}

extension PlanStanding.Line {
    /// "80%, was 70% when it began. Between the floor of ..."
    var numberWords: String {
        guard let bound = action.body.measure, let measure = Measures.all.first(where: { $0.id.text == bound.id }),
            let value = judgement.value
        else { return judgement.because }
        let before = judgement.valueWhenBegun.map { ", was \(ActionRule.words($0, measure.unit)) when it began" } ?? ""
        return "\(ActionRule.words(value, measure.unit))\(before). \(judgement.because)."
    }
}

extension ActionMeasure {
    func words(_ people: ImprovementPeople) -> String {
        let title = Measures.all.first { $0.id.text == id }?.words.title ?? id
        let period = MeasurePeriod.Kind(rawValue: period).map(Self.words) ?? period
        return "\(title), \(period), \(team.map(people.names.team) ?? "everybody")"
    }

    static func words(_ kind: MeasurePeriod.Kind) -> String {
        switch kind {
        case .day: "on the day"
        case .month: "the month so far"
        case .quarter: "the last three months"
        case .year: "the last twelve months"
        }
    }
}
