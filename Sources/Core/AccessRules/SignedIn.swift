/// The id of somebody who signs in, within one council.
package struct UserID: Hashable, Comparable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { text }

    package static func < (left: UserID, right: UserID) -> Bool { left.text < right.text }
}

/// Somebody who has signed in: who they are and for which council.
package struct SignedIn: Hashable, Sendable {
    package let council: CouncilCode
    package let user: UserID
    package let role: Role
    /// The team they belong to, by its id in the record; a first filter on lists, never a fence.
    package let team: String?

    package init(council: CouncilCode, user: UserID, role: Role, team: String? = nil) {
        self.council = council
        self.user = user
        self.role = role
        self.team = team
    }
}
