/// Which of the counts a concern belongs to, or why it belongs to none yet or any more.
package enum Standing: String, Sendable {
    case unsafeNow, atPotentialRisk, overdue, ahead, cleared

    /// The words beside the kind, so that the colour is never the only sign.
    var words: String {
        switch self {
        case .unsafeNow: "Unsafe now"
        case .atPotentialRisk: "Left at potential risk"
        case .overdue: "Duty overdue"
        case .ahead: "Not yet missing"
        case .cleared: "Cleared"
        }
    }

    var mark: String {
        switch self {
        case .unsafeNow: "is-now"
        case .atPotentialRisk: "is-risk"
        case .overdue: "is-duty"
        case .ahead: "is-ahead"
        case .cleared: "is-cleared"
        }
    }
}
