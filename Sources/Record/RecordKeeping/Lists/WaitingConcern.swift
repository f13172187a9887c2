import Concerns

/// Whose children are counted.
package enum WaitingScope: Hashable, Sendable {
    /// Those somebody leads for.
    case heldBy(String)
    /// A team's, and those no team has.
    case team(String)
    case council
}

/// A concern that stands or will begin, counted for somebody who may open the child. It does not say which child.
package struct WaitingConcern: Hashable, Sendable {
    package let concern: Concern
    /// The same for the same thing each time; nothing can be read from it.
    package let item: String

    package init(concern: Concern, item: String) {
        self.concern = concern
        self.item = item
    }
}
