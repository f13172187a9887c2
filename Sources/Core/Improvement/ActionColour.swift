import Measures

/// What the number says of an action. The raw value is stored in snapshots.
package enum ActionColour: String, Hashable, Sendable, CaseIterable {
    case red, amber, green
    /// The source does not tell, or too few are counted.
    case notCheckable = "not-checkable"
    /// The action has no measure, for a stated reason.
    case noMeasure = "no-measure"

    package var words: String {
        switch self {
        case .red: "red"
        case .amber: "amber"
        case .green: "green"
        case .notCheckable: "not checkable"
        case .noMeasure: "no measure"
        }
    }
}

/// The colour of an action, and what it rests on. Values are in tenths of the measure's unit.
package struct ActionJudgement: Hashable, Sendable {
    package let colour: ActionColour
    package let because: String
    package var value: Int?
    package var valueWhenBegun: Int?
    /// How far it went the right way since the action began; below nought where it went the wrong way; nil where that is not known.
    package var moved: Int?
    /// Whether it went the right way by the amount stated.
    package var hasMoved: Bool

    package init(
        _ colour: ActionColour, because: String, value: Int? = nil, valueWhenBegun: Int? = nil, moved: Int? = nil,
        hasMoved: Bool = false
    ) {
        self.colour = colour
        self.because = because
        self.value = value
        self.valueWhenBegun = valueWhenBegun
        self.moved = moved
        self.hasMoved = hasMoved
    }
}
