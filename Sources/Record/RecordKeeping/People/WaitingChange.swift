import AccessRules
import WorkingDays

/// Something an administrator asked for that gives an account leave to open children's records, or lets somebody else choose
/// how it is signed in to: it waits for a second person.
package struct WaitingChange: Hashable, Sendable {
    /// Stored, so the raw values never change.
    package enum What: String, Sendable {
        case added
        case role
        case reactivated
        case codesRemoved = "codes-removed"
        case passwordLink = "password-link"
    }

    /// That of its line in the log of accounts.
    package let number: Int64
    package let at: Moment
    package let by: UserID
    package let account: UserID
    package let what: What
    /// The role it gives, where it gives one.
    package let role: Role?

    package init(number: Int64, at moment: Moment, by: UserID, account: UserID, what: What, role: Role?) {
        self.number = number
        self.at = moment
        self.by = by
        self.account = account
        self.what = what
        self.role = role
    }
}
