/// Who may open a child's record: everybody whose role may, or a named few.
package enum Restriction: Hashable, Sendable {
    case none
    /// Need to know: only those named; and for a while whoever opened it in an emergency, with the reason they gave.
    /// `isOrphaned` where nobody who is named could change it any more.
    case restricted(to: Set<UserID>, opened: [UserID: AccessReason] = [:], isOrphaned: Bool = false)

    /// Whether somebody is named. Whoever broke the glass is not: lists go on hiding the child from them.
    package func admits(_ user: UserID) -> Bool {
        switch self {
        case .none: true
        case .restricted(let named, _, _): named.contains(user)
        }
    }

    package var isRestricted: Bool { self != .none }

    enum Admission: Hashable {
        case named
        case brokeGlass(AccessReason)
        case refused
    }

    func admission(of person: SignedIn, to verb: Verb) -> Admission {
        guard case .restricted(let named, let opened, let isOrphaned) = self, !named.contains(person.user) else {
            return .named
        }
        // Whoever is not named is the one who asks to break the glass.
        if verb == .breakGlass { return .named }
        guard person.mayDo.contains(.breakGlass), let why = opened[person.user] else { return .refused }
        // What was broken for a few hours must not be taken away for good.
        guard verb != .restrictChild || isOrphaned else { return .refused }
        return .brokeGlass(why)
    }
}
