import AccessRules

/// What the log of accounts says that one account may do: its lines read one after another, oldest first.
package struct LoggedRights: Hashable, Sendable {
    package private(set) var role: String?
    package private(set) var isActive: Bool?
    /// Made, and not confirmed by a second person yet.
    private var isNew = false

    package init() {}

    package mutating func read(_ line: LoggedAccountChange) {
        switch line.what {
        case "added", "saved":
            (role, isActive, isNew) = (Self.beforeComma(line.detail), true, false)
        case "asked":
            let (what, detail) = Self.parts(line.detail)
            if what == "added" {
                (role, isActive, isNew) = (Self.beforeComma(detail), false, true)
            } else if what == "role", isNew {
                role = Self.afterTo(detail)
            }
        case "role":
            role = Self.afterTo(line.detail)
            if isNew { (isActive, isNew) = (true, false) }
        case "deactivated": isActive = false
        case "reactivated": isActive = true
        case "confirmed":
            let (what, detail) = Self.parts(line.detail)
            if ["added", "role", "reactivated"].contains(what) { role = detail }
            if what == "added" || what == "reactivated" { (isActive, isNew) = (true, false) }
        case "turned-down":
            if Self.parts(line.detail).0 == "added" { isNew = false }
        default: break
        }
    }

    /// Whether the log says this of the account, and says it whole.
    package func allow(_ user: User) -> Bool { role == user.role.rawValue && isActive == user.isActive }

    private static func beforeComma(_ text: String) -> String {
        text.split(separator: ",").first.map { String($0) } ?? text
    }

    /// "social-worker to manager".
    private static func afterTo(_ text: String) -> String {
        text.split(separator: " ").last.map { String($0) } ?? text
    }

    /// "added: manager, team T1".
    private static func parts(_ text: String) -> (String, String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        let detail = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        return (parts.first.map { String($0) } ?? "", String(detail))
    }
}
