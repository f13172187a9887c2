import WorkingDays

/// A flag of a child that is not answered, as its clock counts it. It does not say which child.
package struct UnansweredFlag: Hashable, Sendable {
    /// The same for the same flag each time; nothing can be read from it.
    package let item: String
    package let at: Moment
    /// Whether a manager has it in hand, or has decided already.
    package let isTaken: Bool
    /// Whose team the child is held in; nil where nobody holds the child.
    package let team: String?

    package init(item: String, at: Moment, isTaken: Bool, team: String?) {
        self.item = item
        self.at = at
        self.isTaken = isTaken
        self.team = team
    }
}
