import AccessRules
import RecordKeeping
import Testing
import WorkingDays

struct PeopleTests {
    private func filled() async throws -> (TemporaryStore, User) {
        let made = try await TemporaryStore()
        let user = User(council: made.council, id: "ana", name: "Ana", role: .manager, team: "T1", password: [1, 2, 3])
        try await made.store.save(user)
        return (made, user)
    }

    private func session(_ user: User, _ token: UInt8, expires: String) throws -> Session {
        Session(
            council: user.council, tokenDigest: [token], user: user.id, formToken: "form",
            createdAt: try noon("2026-03-02"), expiresAt: try noon(expires))
    }

    @Test func `an account is kept as it was saved, and saved again as it is now`() async throws {
        var (made, user) = try await filled()
        #expect(try await made.store.user("ana", in: made.council) == user)
        user.role = .analyst
        user.password = nil
        try await made.store.save(user)
        #expect(try await made.store.users(in: made.council) == [user])
        #expect(try await made.store.user("nobody", in: made.council) == nil)
    }

    @Test func `failed attempts are counted until they lock the account or are forgiven`() async throws {
        let (made, _) = try await filled()
        #expect(try await made.store.countFailedAttempt(of: "ana", in: made.council) == 1)
        #expect(try await made.store.countFailedAttempt(of: "ana", in: made.council) == 2)
        try await made.store.lock("ana", in: made.council, until: noon("2026-03-03"))
        #expect(try await made.store.user("ana", in: made.council)?.lockedUntil == (try noon("2026-03-03")))
        try await made.store.clearFailedAttempts(of: "ana", in: made.council)
        #expect(try await made.store.user("ana", in: made.council)?.lockedUntil == nil)
        #expect(try await made.store.countFailedAttempt(of: "nobody", in: made.council) == 0)
    }

    @Test func `a session lasts until it expires or is ended`() async throws {
        let (made, user) = try await filled()
        let short = try session(user, 1, expires: "2026-03-03")
        let long = try session(user, 2, expires: "2026-03-30")
        try await made.store.start(short)
        try await made.store.start(long)
        #expect(try await made.store.session(tokenDigest: [1], at: noon("2026-03-02")) == short)
        #expect(try await made.store.session(tokenDigest: [1], at: noon("2026-03-03")) == nil)
        #expect(try await made.store.session(tokenDigest: [9], at: noon("2026-03-02")) == nil)
        try await made.store.end(tokenDigest: [2])
        #expect(try await made.store.session(tokenDigest: [2], at: noon("2026-03-02")) == nil)
    }

    @Test func `all of somebody's sessions end together`() async throws {
        let (made, user) = try await filled()
        try await made.store.start(session(user, 1, expires: "2026-03-30"))
        try await made.store.start(session(user, 2, expires: "2026-03-30"))
        try await made.store.endSessions(of: "ana", in: made.council)
        #expect(try await made.store.session(tokenDigest: [1], at: noon("2026-03-02")) == nil)
        #expect(try await made.store.session(tokenDigest: [2], at: noon("2026-03-02")) == nil)
    }
}
