import ChildJourney
import WorkingDays

/// Whether an action is done, which its owner marks and its measure says. The raw value is stored in snapshots.
package enum ActionState: String, Hashable, Sendable, CaseIterable {
    case open
    /// Marked complete, and the measure is green or has moved; or it has none, for a stated reason.
    case complete
    /// Marked complete, and the measure has not moved since it began. It counts as not done.
    case saysOtherwise = "says-otherwise"
    /// Marked complete, and what the measure says cannot be checked. It counts as not done.
    case notShown = "not-shown"
    case dropped

    package init(_ action: ImprovementAction, _ judgement: ActionJudgement) {
        if action.droppedOn != nil {
            self = .dropped
        } else if action.completedOn == nil {
            self = .open
        } else {
            switch judgement.colour {
            case .green, .noMeasure: self = .complete
            case .notCheckable: self = .notShown
            case .amber, .red:
                // What it was when it began is not known: then nothing shows that it has moved.
                self = judgement.hasMoved ? .complete : judgement.moved == nil ? .notShown : .saysOtherwise
            }
        }
    }

    package var isDone: Bool { self == .complete }
    /// Whether anything is still asked of its owner.
    package var isStanding: Bool { self != .complete && self != .dropped }

    package var words: String {
        switch self {
        case .open: "open"
        case .complete: "complete"
        case .saysOtherwise: "marked complete; the number says otherwise"
        case .notShown: "marked complete; no number shows it"
        case .dropped: "given up"
        }
    }

    package func isOverdue(_ action: ImprovementAction, on day: Day) -> Bool { isStanding && action.byOn < day }
}
