import AccessRules
import RecordKeeping
import Server
import WorkingDays

/// Signed-in browsers, kept in the database so that a restart signs nobody out.
struct LiveSessions: Sessions {
    let store: any RecordStore
    let council: CouncilCode

    func create(_ session: NewSession) async throws {
        try await store.start(
            Session(
                council: session.person.council, tokenDigest: session.token.bytes, user: session.person.user,
                formToken: session.formToken.text, createdAt: session.createdAt, expiresAt: session.expiresAt))
    }

    func find(_ token: TokenDigest, at moment: Moment) async throws -> FoundSession? {
        guard let session = try await store.session(tokenDigest: token.bytes, at: moment),
            let user = try await store.user(session.user, in: session.council), user.isActive,
            let formToken = FormToken(text: session.formToken)
        else { return nil }
        return FoundSession(
            person: user.signedIn, name: user.name, formToken: formToken, createdAt: session.createdAt,
            expiresAt: session.expiresAt)
    }

    /// A session that is used again begins its time anew; the store replaces the row.
    func touch(_ token: TokenDigest, until moment: Moment) async throws {
        try await store.extend(tokenDigest: token.bytes, until: moment)
    }

    func end(_ token: TokenDigest) async throws {
        try await store.end(tokenDigest: token.bytes)
    }
}
