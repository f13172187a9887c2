import Measures

/// One figure of one measure, as somebody who may open no child sees it.
package struct PublishedFigure: Hashable, Sendable {
    /// Whom it is of.
    package enum Group: Hashable, Sendable {
        case council
        /// A team with teams below it, and all of them.
        case branch(String)
        case team(String)
        /// Whoever no team led for.
        case noTeam

        package var id: String? {
            switch self {
            case .council, .noTeam: nil
            case .branch(let id), .team(let id): id
            }
        }

        package var kind: String {
            switch self {
            case .council: "council"
            case .branch: "branch"
            case .team: "team"
            case .noTeam: "no-team"
            }
        }
    }

    package let measure: MeasureID
    package let group: Group
    /// What the group is part of.
    package let partOf: Group?
    package let period: MeasurePeriod
    /// Nil where it is hidden: the sum, and with it the value.
    package let sum: MeasureSum?
}
