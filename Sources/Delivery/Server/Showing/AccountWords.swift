import AccessRules
import Casework
import RecordKeeping
import WorkingDays

/// How accounts and what is done to them are put into words.
enum AccountWords {
    static func way(_ way: SignInWay) -> String {
        switch way {
        case .password: "By password"
        case .passwordAndCode: "By password and code"
        case .openID: "By council account"
        case .demonstration: "Looking round"
        }
    }

    static func codes(_ factor: SecondFactor?) -> String {
        guard let factor, let at = factor.confirmedAt else { return "Not set up." }
        let left = factor.recoveryCodesLeft
        return "Set up on \(at.londonDay.words). \(left) recovery \(left == 1 ? "code is" : "codes are") left."
    }

    /// What would be done, for whoever confirms it.
    static func waiting(_ asked: WaitingChange, _ user: User?) -> String {
        let role = (asked.role ?? user?.role)?.words ?? ""
        return switch asked.what {
        case .added: "A new account, to open children's records as \(role)"
        case .role: "Another role, to open children's records as \(role)"
        case .reactivated: "An account that was closed, active again as \(role)"
        case .codesRemoved: "One-time codes taken away from an account that opens children's records (\(role))"
        case .passwordLink: "A link to choose the password of an account that opens children's records (\(role))"
        }
    }

    static func change(_ change: LoggedAccountChange) -> String {
        let detail = change.detail
        return switch change.what {
        case "added": "Added as \(detail)"
        case "saved": "Made, or its password set, on the council's own machine: \(detail)"
        case "role": "Role: \(detail)"
        case "team": "Team: \(detail)"
        case "deactivated": "Deactivated"
        case "reactivated": "Made active again"
        case "signed-out": "Signed out everywhere"
        case "unlocked": "Unlocked"
        case "codes-set-up": "One-time codes set up"
        case "recovery-codes-renewed": "New recovery codes"
        case "codes-removed": "One-time codes reset"
        case "password-link-made": "Link to choose a password made"
        case "password-chosen-by-link": "Password chosen with a link"
        case "password-changed": "Password changed"
        case "calendar-made": "Calendar address made"
        case "calendar-stopped": "Calendar address stopped"
        case "asked": "Asked, and waits for a second person: \(detail)"
        case "confirmed": "Confirmed by a second person: \(detail)"
        case "turned-down": "Turned down, or taken back: \(detail)"
        case "notice-address-set": "E-mail address for notices set"
        case "notice-address-removed": "E-mail address for notices taken away"
        case "codes-needed": "One-time codes asked of: \(detail)"
        default: change.what
        }
    }
}

/// A key as an authenticator app takes it: typed, or read from a picture of its address (Google's Key Uri Format, which all of
/// them read).
struct KeyAddress {
    let address: String
    /// "JBSW Y3DP".
    let grouped: String

    init(_ secret: [UInt8], user: UserID, council: String) {
        let key = Base32.encode(secret)
        // NB: a picture has room for some 200 bytes; a long council's name is cut.
        let issuer = PercentText.encode("Sightline \(council)".filter { $0 != ":" }.prefix(40).description)
        let label = "\(issuer):\(PercentText.encode(user.text.prefix(40).description))"
        address = "otpauth://totp/\(label)?secret=\(key)&issuer=\(issuer)"
        let signs = Array(key)
        grouped = stride(from: 0, to: signs.count, by: 4).map { String(signs[$0..<min($0 + 4, signs.count)]) }
            .joined(separator: " ")
    }
}
