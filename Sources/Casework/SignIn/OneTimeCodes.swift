import AccessRules
import RecordKeeping
import WorkingDays

/// Somebody's one-time codes: set up, asked for, renewed.
package struct OneTimeCodes: Sendable {
    private let store: any RecordStore
    private let council: CouncilCode
    private let key: CodesKey
    private let random: @Sendable (Int) -> [UInt8]

    /// `random` makes so many bytes nobody can foretell.
    package init(
        store: any RecordStore, council: CouncilCode, key: CodesKey, random: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.store = store
        self.council = council
        self.key = key
        self.random = random
    }

    package static let recoveryCodes = 10

    /// How long a secret that was begun waits to be confirmed.
    package static let minutesToConfirm = 10

    /// Makes a secret that counts for nothing until it is confirmed, from the session that began it. False where there are
    /// codes already. `session` is the digest of the session's token.
    package func begin(_ user: UserID, by session: [UInt8], at moment: Moment) async throws -> Bool {
        let sealed = try key.seal(random(TimeCode.secretLength), for: user, in: council)
        return try await store.beginCodes(of: user, in: council, sealed: sealed, by: session, at: moment)
    }

    /// The secret to be shown to the session that began it, while it is not confirmed; never again afterwards.
    package func secretToShow(_ user: UserID, by session: [UInt8], at moment: Moment) async throws -> [UInt8]? {
        try await begun(user, by: session, at: moment)?.secret
    }

    private func begun(
        _ user: UserID, by session: [UInt8], at moment: Moment
    ) async throws -> (secret: [UInt8], sealed: [UInt8])? {
        guard let factor = try await store.secondFactor(of: user, in: council), factor.confirmedAt == nil,
            // NB: what somebody else's browser began may be known to somebody else.
            factor.begunBy == session, let begunAt = factor.begunAt,
            moment < begunAt.adding(seconds: Self.minutesToConfirm * 60),
            let secret = key.open(factor.sealed, for: user, in: council)
        else { return nil }
        return (secret, factor.sealed)
    }

    /// The recovery codes, to be shown this once; nil when the code is not right.
    package func confirm(
        _ user: UserID, _ code: String, by session: [UInt8], at moment: Moment
    ) async throws -> [String]? {
        guard let begun = try await begun(user, by: session, at: moment),
            let step = TimeCode.step(of: Self.plain(code), begun.secret, at: moment)
        else { return nil }
        let codes = freshRecoveryCodes()
        let change = AccountChange.codesSetUp(sealed: begun.sealed, step: step, recovery: digests(codes, user))
        return try await store.change(change, of: user, in: council, by: user, at: moment) == .done ? codes : nil
    }

    /// New recovery codes in place of those there were; nil where no codes are set up.
    package func renewRecoveryCodes(_ user: UserID, at moment: Moment) async throws -> [String]? {
        let codes = freshRecoveryCodes()
        let change = AccountChange.recoveryCodesRenewed(digests(codes, user))
        return try await store.change(change, of: user, in: council, by: user, at: moment) == .done ? codes : nil
    }

    /// Takes a code of the app, or a recovery code; each is taken once.
    package func take(_ user: UserID, _ typed: String, at moment: Moment) async throws -> Bool {
        guard let factor = try await store.secondFactor(of: user, in: council), factor.confirmedAt != nil else {
            return false
        }
        let typed = Self.plain(typed)
        if typed.utf8.count == TimeCode.digits {
            guard let secret = key.open(factor.sealed, for: user, in: council),
                let step = TimeCode.step(of: typed, secret, at: moment)
            else { return false }
            return try await store.takeStep(step, of: user, in: council)
        }
        guard typed.utf8.count == Self.recoverySigns else { return false }
        let digest = key.digest(typed, for: user, in: council)
        return try await store.takeRecoveryCode(digest, of: user, in: council, at: moment)
    }

    // 16 signs of five bits: 80 bits, in four groups to be read off paper.
    private static let recoverySigns = 16

    private func freshRecoveryCodes() -> [String] {
        (0..<Self.recoveryCodes).map { _ in
            let signs = Array(Base32.encode(random(Self.recoverySigns * 5 / 8)))
            return stride(from: 0, to: signs.count, by: 4).map { String(signs[$0..<$0 + 4]) }.joined(separator: "-")
        }
    }

    private func digests(_ codes: [String], _ user: UserID) -> [[UInt8]] {
        codes.map { key.digest(Self.plain($0), for: user, in: council) }
    }

    /// As it was typed, without the gaps that make it easy to read.
    private static func plain(_ code: String) -> String {
        code.filter { $0 != " " && $0 != "-" }.uppercased()
    }
}
