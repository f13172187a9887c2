import AccessRules
import RecordKeeping

/// Who may be named on a restricted record, and who must be.
package enum RestrictChild {
    package enum Refusal: Error, Hashable, Sendable {
        case nobodyNamed
        /// Somebody is named who may open no child, or is no longer here.
        case notSomebodyWhoMayOpen
        /// Nobody named could change it again.
        case nobodyLooksAfterIt
        /// Whoever leads the child would not be able to open the record, and nobody has said that this is meant.
        case leadLeftOut(UserID)
    }

    /// Everybody who could be named, by name.
    package static func choices(_ users: [User]) -> [User] {
        users.filter { $0.isActive && $0.role.mayDo.contains(.openChild) }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
    }

    /// Why a child may not be restricted to those named; nil where they may. `lead` is the account of whoever leads them.
    package static func refusal(
        _ named: Set<UserID>, lead: UserID?, leadMayBeLeftOut: Bool, users: [User]
    ) -> Refusal? {
        guard !named.isEmpty else { return .nobodyNamed }
        let choices = choices(users)
        let chosen = choices.filter { named.contains($0.id) }
        guard chosen.count == named.count else { return .notSomebodyWhoMayOpen }
        guard chosen.contains(where: { $0.role.mayDo.contains(.restrictChild) }) else { return .nobodyLooksAfterIt }
        guard let lead, !named.contains(lead), !leadMayBeLeftOut, choices.contains(where: { $0.id == lead }) else {
            return nil
        }
        return .leadLeftOut(lead)
    }
}
