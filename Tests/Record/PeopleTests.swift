import AccessRules
import GRDB
import RecordKeeping
import SQLiteRecords
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

    @Test func `refused attempts are counted until they lock the account or are forgiven`() async throws {
        let (made, _) = try await filled()
        let (now, later) = (try noon("2026-03-02"), try noon("2026-03-03"))
        func refuse(_ name: UserID, at moment: Moment) async throws {
            try await made.store.refuseAttempt(of: name, in: made.council, at: moment, lockingAfter: 3, until: later)
        }
        func ana() async throws -> User? { try await made.store.user("ana", in: made.council) }
        for _ in 0..<2 { try await refuse("ana", at: now) }
        #expect(try await ana()?.failedAttempts == 2)
        #expect(try await ana()?.lockedUntil == nil)
        try await refuse("ana", at: now)
        #expect(try await ana()?.lockedUntil == later)
        // What comes while it is locked neither counts nor makes the lock longer.
        try await refuse("ana", at: now)
        #expect(try await ana()?.failedAttempts == 0)
        // A name that is nobody's makes no account.
        try await refuse("nobody", at: now)
        #expect(try await made.store.user("nobody", in: made.council) == nil)
        try await made.store.clearFailedAttempts(of: "ana", in: made.council)
        #expect(try await ana()?.lockedUntil == nil)
    }

    @Test func `a session lasts until it expires or is ended`() async throws {
        let (made, user) = try await filled()
        let short = try session(user, 1, expires: "2026-03-03")
        let long = try session(user, 2, expires: "2026-03-30")
        _ = try await made.store.start(short)
        _ = try await made.store.start(long)
        #expect(try await made.store.session(tokenDigest: [1], at: noon("2026-03-02")) == short)
        #expect(try await made.store.session(tokenDigest: [1], at: noon("2026-03-03")) == nil)
        #expect(try await made.store.session(tokenDigest: [9], at: noon("2026-03-02")) == nil)
        try await made.store.end(tokenDigest: [2])
        #expect(try await made.store.session(tokenDigest: [2], at: noon("2026-03-02")) == nil)
    }

    @Test func `all of somebody's sessions end together`() async throws {
        let (made, user) = try await filled()
        _ = try await made.store.start(session(user, 1, expires: "2026-03-30"))
        _ = try await made.store.start(session(user, 2, expires: "2026-03-30"))
        try await made.store.endSessions(of: "ana", in: made.council)
        #expect(try await made.store.session(tokenDigest: [1], at: noon("2026-03-02")) == nil)
        #expect(try await made.store.session(tokenDigest: [2], at: noon("2026-03-02")) == nil)
    }

    @Test func `the log of accounts cannot be changed, and a change made around that shows`() async throws {
        let (made, _) = try await filled()
        for role in [Role.analyst, .member, .partner] {
            let outcome = try await made.store.change(
                .role(role), of: "ana", in: made.council, by: "sam", at: noon("2026-03-02"))
            #expect(outcome == .done)
        }
        #expect(try await made.store.firstBrokenAccountChange(of: made.council) == nil)
        let database = try TemporaryStore.queue(made.path)
        for sql in [
            "UPDATE account_change SET by = 'nobody' WHERE seq = 2", "DELETE FROM account_change WHERE seq = 3",
        ] {
            #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
        }
        #expect(try await made.store.firstBrokenAccountChange(of: made.council) == nil)
        try await database.write { db in
            try db.execute(sql: "DROP TRIGGER account_change_is_never_changed")
            try db.execute(sql: "UPDATE account_change SET by = 'nobody' WHERE seq = 2")
        }
        #expect(try await made.store.firstBrokenAccountChange(of: made.council) == 2)
    }

    @Test func `only leave to look after accounts reads what was done to them`() async throws {
        let (made, _) = try await filled()
        let person = SignedIn(council: made.council, user: "ana", role: .manager)
        let access = try AccessRules.access(for: person, to: .seeToday, .council(made.council), because: .work).get()
        await #expect(throws: StoreFailure.accessMismatch) {
            try await made.store.accountChanges(of: nil, access: access, limit: 10)
        }
    }
}
