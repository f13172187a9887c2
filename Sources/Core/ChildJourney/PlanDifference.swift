/// Two plans, or one plan at two times: which of its actions are new, done, changed or gone.
package struct PlanDifference: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case new, done, changed, gone, stays

        package var words: String {
            switch self {
            case .new: "New"
            case .done: "Done since"
            case .changed: "Changed"
            case .gone: "No longer there"
            case .stays: "As it was"
            }
        }
    }

    package struct Change: Sendable, Hashable {
        package let state: State
        /// As it now stands; as it stood, where it is gone.
        package let action: PlanAction
    }

    package let changes: [Change]

    /// An action is the same while what should change for the child is put in the same words.
    package init(from earlier: [PlanAction], to later: [PlanAction]) {
        var left = earlier
        var changes: [Change] = []
        for action in later {
            guard let place = left.firstIndex(where: { Self.aim($0) == Self.aim(action) }) else {
                changes.append(Change(state: .new, action: action))
                continue
            }
            let before = left.remove(at: place)
            let state: State =
                before.doneOn == nil && action.doneOn != nil ? .done : before == action ? .stays : .changed
            changes.append(Change(state: state, action: action))
        }
        self.changes = changes + left.map { Change(state: .gone, action: $0) }
    }

    private static func aim(_ action: PlanAction) -> String {
        action.aim.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
