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
