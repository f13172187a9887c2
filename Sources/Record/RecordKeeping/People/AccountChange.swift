import AccessRules
import WorkingDays

/// What can be done to an account. Each is written, in the transaction that does it, into a log that cannot be changed.
package enum AccountChange: Hashable, Sendable {
    case added(name: String, role: Role, team: String?)
    /// Made, or made anew, on the council's own machine.
    case saved(User)
    case role(Role)
    case team(String?)
    case deactivated
    case reactivated
    /// Every session ends.
    case signedOut
    /// A lock after wrong tries is lifted.
    case unlocked
    /// The codes begun with this sealed secret are confirmed by one, of the time step given; with what is kept of the
    /// recovery codes.
    case codesSetUp(sealed: [UInt8], step: Int64, recovery: [[UInt8]])
    case recoveryCodesRenewed([[UInt8]])
    case codesRemoved
    /// The same on the council's own machine, where nobody else is asked.
    case codesRemovedOnMachine
    /// A link was made with which whoever holds it chooses the account's password, once.
    case passwordLinkMade(digest: [UInt8], expiresAt: Moment)
    case passwordChosenByLink(digest: [UInt8], password: [UInt8])
    /// By whoever gave the password there was, while the account was of this generation.
    case passwordChanged([UInt8], generation: Int64)
    /// An address was made from which the person's calendar is read, in place of any there was.
    case calendarMade(digest: [UInt8])
    case calendarStopped
    /// What waits for a second person, by its number, may be; only then is it done.
    case confirmed(Int64)
    /// It may not be, or is taken back.
    case turnedDown(Int64)
    /// Where notices go; nil where they want none.
    case noticeAddress(NoticeAddress?)
    /// Who must give a code after the password. Of no one account.
    case codesNeeded(Set<Role>)

    /// Written in the log, so it never changes.
    package var name: String {
        switch self {
        case .added: "added"
        case .saved: "saved"
        case .role: "role"
        case .team: "team"
        case .deactivated: "deactivated"
        case .reactivated: "reactivated"
        case .signedOut: "signed-out"
        case .unlocked: "unlocked"
        case .codesSetUp: "codes-set-up"
        case .recoveryCodesRenewed: "recovery-codes-renewed"
        case .codesRemoved, .codesRemovedOnMachine: "codes-removed"
        case .confirmed: "confirmed"
        case .turnedDown: "turned-down"
        case .passwordLinkMade: "password-link-made"
        case .passwordChosenByLink: "password-chosen-by-link"
        case .passwordChanged: "password-changed"
        case .calendarMade: "calendar-made"
        case .calendarStopped: "calendar-stopped"
        case .noticeAddress(let address): address == nil ? "notice-address-removed" : "notice-address-set"
        case .codesNeeded: "codes-needed"
        }
    }

    /// Whether whoever is signed in under the account is signed out by it; links to choose a password and codes that were
    /// begun end with the sessions.
    package var endsSessions: Bool {
        switch self {
        case .saved, .role, .deactivated, .signedOut, .codesSetUp, .codesRemoved, .codesRemovedOnMachine,
            .passwordChosenByLink, .passwordChanged:
            true
        case .added, .team, .reactivated, .unlocked, .recoveryCodesRenewed, .passwordLinkMade, .calendarMade,
            .calendarStopped, .noticeAddress, .confirmed, .turnedDown, .codesNeeded:
            false
        }
    }

    /// The account `codesNeeded` is written under, since it is of none.
    package static let everybody: UserID = "*"

    package enum Outcome: Hashable, Sendable {
        case done
        /// It gives somebody leave to open children's records: it is kept, and done when a second person confirms it.
        case waits
        /// Nobody confirms what they asked for, or their own account; and only those whose part it is do.
        case notYours
        case notFound
        /// There is an account of that name already.
        case alreadyThere
        /// Nobody changes their own role, nor deactivates themselves.
        case ownAccount
        /// Somebody must be left who can look after accounts.
        case lastAdministrator
        /// The link is used or too old; there are no codes begun; the account stands so already, or was changed meanwhile.
        case notNow
    }
}

/// A line of the log of what was done to accounts.
package struct LoggedAccountChange: Hashable, Sendable {
    package let number: Int64
    package let at: Moment
    package let by: UserID
    package let account: UserID
    package let what: String
    /// Roles and teams, never a password or a code: "social-worker to manager".
    package let detail: String

    package init(number: Int64, at moment: Moment, by: UserID, account: UserID, what: String, detail: String) {
        self.number = number
        self.at = moment
        self.by = by
        self.account = account
        self.what = what
        self.detail = detail
    }
}

/// Somebody's one-time codes, as they are kept: the secret only sealed.
package struct SecondFactor: Hashable, Sendable {
    package let sealed: [UInt8]
    /// Nil until a code has shown that the person's device holds the secret; till then it counts for nothing.
    package let confirmedAt: Moment?
    package let recoveryCodesLeft: Int
    /// When it was begun, and the digest of the session's token that began it; nil of those from older releases.
    package let begunAt: Moment?
    package let begunBy: [UInt8]?

    package init(
        sealed: [UInt8], confirmedAt: Moment?, recoveryCodesLeft: Int, begunAt: Moment? = nil, begunBy: [UInt8]? = nil
    ) {
        self.begunAt = begunAt
        self.begunBy = begunBy
        self.sealed = sealed
        self.confirmedAt = confirmedAt
        self.recoveryCodesLeft = recoveryCodesLeft
    }
}

/// How somebody showed who they are. Stored with the session, so the raw values never change.
package enum SignInWay: String, Hashable, Sendable {
    case password
    case passwordAndCode = "password-and-code"
    /// Vouched for by the council's own identity provider.
    case openID = "openid"
    /// One press, in a demonstration.
    case demonstration
}
