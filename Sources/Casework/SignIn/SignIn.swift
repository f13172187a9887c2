import AccessRules
import RecordKeeping
import WorkingDays

/// Somebody signs in with a name and a password, and a one-time code where they have set codes up.
package struct SignIn: Sendable {
    package enum Answer: Sendable {
        case admitted(User)
        /// The password is right, and a code must follow.
        case codeNeeded(User)
        /// Wrong name, wrong password and an account that is closed or locked are one answer: any other would tell
        /// which names there are.
        case refused
    }

    /// After this many wrong passwords and codes running an account is locked for a while.
    package static let triesBeforeLock = 10
    package static let lockedMinutes = 15

    private let store: any RecordStore
    private let council: CouncilCode
    /// Nil where the operator gave no key: then a code cannot be looked at, and whoever has codes is not let in without.
    private let codes: OneTimeCodes?

    package init(store: any RecordStore, council: CouncilCode, codes: OneTimeCodes? = nil) {
        self.store = store
        self.council = council
        self.codes = codes
    }

    package func callAsFunction(_ name: String, _ password: String, at moment: Moment) async throws -> Answer {
        let id = UserID(name.lowercased())
        let user = try await store.user(id, in: council)
        // NB: an account that is not there costs the same work, so that the time taken names nobody.
        let isRight = try PasswordText.matches(password, user?.password ?? Self.nobody)
        guard let user, isRight, user.password != nil, mayEnter(user, at: moment) else {
            try await refuse(id, at: moment)
            return .refused
        }
        // NB: wrong tries are forgiven only once everything was right; else a known password would buy any number of codes.
        if try await store.secondFactor(of: id, in: council)?.confirmedAt != nil { return .codeNeeded(user) }
        try await store.clearFailedAttempts(of: id, in: council)
        return .admitted(user)
    }

    /// The code of somebody whose password was right a moment ago.
    package func code(_ typed: String, of id: UserID, at moment: Moment) async throws -> Answer {
        guard let user = try await store.user(id, in: council), mayEnter(user, at: moment), let codes,
            try await codes.take(id, typed, at: moment)
        else {
            try await refuse(id, at: moment)
            return .refused
        }
        try await store.clearFailedAttempts(of: id, in: council)
        return .admitted(user)
    }

    /// Somebody the council's identity provider vouches for. Nobody is made an account: they must have one.
    package func vouchedFor(_ id: UserID) async throws -> Answer {
        guard let user = try await store.user(id, in: council), user.isActive else { return .refused }
        return .admitted(user)
    }

    private func mayEnter(_ user: User, at moment: Moment) -> Bool {
        user.isActive && user.lockedUntil.map { moment >= $0 } ?? true
    }

    private func refuse(_ id: UserID, at moment: Moment) async throws {
        try await store.refuseAttempt(
            of: id, in: council, at: moment, lockingAfter: Self.triesBeforeLock,
            until: moment.adding(seconds: Self.lockedMinutes * 60))
    }

    /// A kept password nobody's matches: zero salt, zero key.
    private static let nobody = Array("scrypt$32768$8$1$".utf8) + [UInt8](repeating: 0, count: 48)
}
