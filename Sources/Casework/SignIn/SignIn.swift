import AccessRules
import RecordKeeping
import WorkingDays

/// Somebody signs in with a name and a password.
package struct SignIn: Sendable {
    package enum Answer: Sendable {
        case admitted(User)
        /// Wrong name, wrong password and an account that is closed or locked are one answer: any other would tell
        /// which names there are.
        case refused
    }

    /// After this many wrong passwords running an account is locked for a while.
    package static let triesBeforeLock = 10
    package static let lockedMinutes = 15

    private let store: any RecordStore
    private let council: CouncilCode

    package init(store: any RecordStore, council: CouncilCode) {
        self.store = store
        self.council = council
    }

    package func callAsFunction(_ name: String, _ password: String, at moment: Moment) async throws -> Answer {
        let id = UserID(name.lowercased())
        let user = try await store.user(id, in: council)
        // NB: an account that is not there costs the same work, so that the time taken names nobody.
        let kept = user?.password ?? Self.nobody
        let isRight = try PasswordText.matches(password, kept)
        if let until = user?.lockedUntil, moment < until { return .refused }
        guard let user, user.isActive, user.password != nil, isRight else {
            if user != nil { try await countFailure(of: id, at: moment) }
            return .refused
        }
        try await store.clearFailedAttempts(of: id, in: council)
        return .admitted(user)
    }

    private func countFailure(of id: UserID, at moment: Moment) async throws {
        let tries = try await store.countFailedAttempt(of: id, in: council)
        guard tries >= Self.triesBeforeLock else { return }
        try await store.lock(id, in: council, until: moment.adding(seconds: Self.lockedMinutes * 60))
    }

    /// A kept password nobody's matches: zero salt, zero key.
    private static let nobody = Array("scrypt$32768$8$1$".utf8) + [UInt8](repeating: 0, count: 48)
}
