import Server
import Synchronization
import Testing
import WorkingDays

/// Sessions for a test: what a test did not ask for fails it.
struct SessionsDouble: Sessions {
    var creating: @Sendable (NewSession) async throws -> Bool = { _ in
        Issue.record("a session was created unasked")
        return false
    }
    var finding: @Sendable (TokenDigest, Moment) async throws -> FoundSession? = { _, _ in
        Issue.record("a session was looked for unasked")
        return nil
    }
    var touching: @Sendable (TokenDigest, Moment) async throws -> Void = { _, _ in
        Issue.record("a session was touched unasked")
    }
    var ending: @Sendable (TokenDigest) async throws -> Void = { _ in Issue.record("a session was ended unasked") }

    func create(_ session: NewSession) async throws -> Bool { try await creating(session) }
    func find(_ token: TokenDigest, at moment: Moment) async throws -> FoundSession? {
        try await finding(token, moment)
    }
    func touch(_ token: TokenDigest, until moment: Moment) async throws { try await touching(token, moment) }
    func end(_ token: TokenDigest) async throws { try await ending(token) }
}

/// Sessions kept in memory, for tests that sign in and out.
final class KeptSessions: Sendable {
    private let kept = Mutex<[TokenDigest: FoundSession]>([:])

    var all: [TokenDigest: FoundSession] { kept.withLock { $0 } }

    /// A session of somebody, as if they had signed in; the token is what their browser holds.
    func begin(_ person: SignedInPerson, at moment: Moment, times: SessionTimes = SessionTimes()) -> SecretToken {
        let token = SecretToken()
        keep(
            NewSession(
                token: token.digest, person: person, formToken: FormToken(), createdAt: moment,
                expiresAt: times.expiry(createdAt: moment, usedAt: moment)))
        return token
    }

    func keep(_ session: NewSession) {
        kept.withLock {
            $0[session.token] = FoundSession(
                person: session.person, name: "R. Ahmed", formToken: session.formToken, createdAt: session.createdAt,
                expiresAt: session.expiresAt)
        }
    }

    var double: SessionsDouble {
        SessionsDouble(
            creating: {
                self.keep($0)
                return true
            }, finding: { token, _ in self.all[token] },
            touching: { token, moment in
                self.kept.withLock { kept in
                    kept[token] = kept[token].map {
                        FoundSession(
                            person: $0.person, name: $0.name, formToken: $0.formToken, createdAt: $0.createdAt,
                            expiresAt: moment)
                    }
                }
            },
            ending: { token in self.kept.withLock { $0[token] = nil } })
    }
}
