import AccessRules
import RecordKeeping
import WorkingDays

/// Signed-in browsers, kept in the database so that a restart signs nobody out.
package struct RecordedSessions: Sessions {
    private let store: any RecordStore
    private let council: CouncilCode

    package init(store: any RecordStore, council: CouncilCode) {
        self.store = store
        self.council = council
    }

    package func create(_ session: NewSession) async throws -> Bool {
        try await store.start(
            Session(
                council: session.person.council, tokenDigest: session.token.bytes, user: session.person.user,
                formToken: session.formToken.text, createdAt: session.createdAt, expiresAt: session.expiresAt,
                way: session.way, generation: session.generation))
    }

    package func find(_ token: TokenDigest, at moment: Moment) async throws -> FoundSession? {
        guard let session = try await store.session(tokenDigest: token.bytes, at: moment),
            let user = try await store.user(session.user, in: session.council), user.isActive,
            let formToken = FormToken(text: session.formToken)
        else { return nil }
        // NB: asked each time, so that a rule made this minute holds for whoever is signed in already.
        let isWithoutCode = session.way == .password
        let mustSetUpCodes =
            isWithoutCode ? try await store.rolesNeedingCodes(in: session.council).contains(user.role) : false
        // NB: asked each time too, so that an inspection that closes shuts its inspectors out at once.
        let inspections =
            user.role == .inspector ? try await store.inspections(open: user.id, in: session.council, at: moment) : []
        return FoundSession(
            person: user.signedIn(inspecting: inspections), name: user.name, formToken: formToken,
            createdAt: session.createdAt,
            expiresAt: session.expiresAt, way: session.way, mustSetUpCodes: mustSetUpCodes,
            generation: user.generation)
    }

    /// A session that is used again begins its time anew; the store replaces the row.
    package func touch(_ token: TokenDigest, until moment: Moment) async throws {
        try await store.extend(tokenDigest: token.bytes, until: moment)
    }

    package func end(_ token: TokenDigest) async throws {
        try await store.end(tokenDigest: token.bytes)
    }
}
