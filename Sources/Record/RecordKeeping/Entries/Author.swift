import AccessRules

/// Who recorded an entry: a person, or the load of a file.
package enum Author: Hashable, Sendable {
    case user(UserID)
    case load(source: SourceName, number: Int)

    /// The form that is stored and hashed: `user/amy`, `load/census/12`.
    package var text: String {
        switch self {
        case .user(let user): "user/\(user.text)"
        case .load(let source, let number): "load/\(source.text)/\(number)"
        }
    }
}
