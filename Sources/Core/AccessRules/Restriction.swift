/// Who may open a child's record: everybody whose role may, or a named few.
package enum Restriction: Hashable, Sendable {
    case none
    /// Need to know: only those named.
    case restricted(to: Set<UserID>)

    package func admits(_ user: UserID) -> Bool {
        switch self {
        case .none: true
        case .restricted(let named): named.contains(user)
        }
    }

    package var isRestricted: Bool { self != .none }
}
