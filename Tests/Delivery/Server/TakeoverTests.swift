import AccessRules
import Casework
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// Somebody else tries to stay in, or to come in, where the owner of an account has shut them out.
@Suite struct TakeoverTests {
    private static let chosen = "three random words"

    /// The owner chooses another password by a link.
    private static func chooseAnother(_ user: UserID, _ fixture: AccountFixture) async throws {
        let (store, council) = (fixture.record.store, fixture.record.council)
        let moment = fixture.clock.value
        let digest = SecretToken().digest.bytes
        let kept = try PasswordText.make(chosen, salt: [UInt8](repeating: 9, count: 16), rounds: 2)
        let made = AccountChange.passwordLinkMade(digest: digest, expiresAt: moment.adding(hours: 1))
        _ = try await store.change(made, of: user, in: council, by: "sam", at: moment)
        try await fixture.confirmAll()
        let outcome = try await store.change(
            .passwordChosenByLink(digest: digest, password: kept), of: user, in: council, by: user, at: moment)
        #expect(outcome == .done)
    }

    private func sessions(_ user: UserID, _ fixture: AccountFixture) async throws -> Int {
        try await fixture.record.store.sessions(of: user, in: fixture.record.council, at: fixture.clock.value).count
    }

    @Test func `whoever's old password is still being looked at while a new one is chosen is not let in`()
        async throws
    {
        var fixture = try await AccountFixture()
        let (real, made) = (fixture.server.door.check, fixture)
        fixture.server.door.check = { name, password, moment in
            let answer = try await real(name, password, moment)
            try await Self.chooseAnother("jo", made)
            return answer
        }
        try await fixture.visit { stranger in
            let answer = try await stranger.signIn("jo")
            #expect(answer.location?.hasPrefix("/sign-in") == true)
            #expect(stranger.session == nil)
        }
        #expect(try await sessions("jo", fixture) == 0)
        fixture.server.door.check = real
        try await fixture.visit { jo async throws in
            #expect(try await jo.signIn("jo", Self.chosen).location == "/")
        }
    }

    @Test func `nor is whoever gave the old password and has yet to give the code`() async throws {
        let fixture = try await AccountFixture()
        let secret = try await fixture.factor("jo")
        try await fixture.visit { stranger in
            #expect(try await stranger.signIn("jo").location == "/sign-in/code")
            try await stranger.get("/sign-in/code")
            try await Self.chooseAnother("jo", fixture)
            let code = TimeCode.code(secret, step: TimeCode.step(at: fixture.clock.value) + 1)
            #expect(try await stranger.post("/sign-in/code", "code=\(code)").location?.hasPrefix("/sign-in") == true)
            #expect(stranger.session == nil)
        }
        #expect(try await sessions("jo", fixture) == 0)
    }

    @Test func `a password that was changed meanwhile is not changed back by a session of before`() async throws {
        let fixture = try await AccountFixture()
        let (store, council) = (fixture.record.store, fixture.record.council)
        let before = try #require(try await store.user("jo", in: council))
        try await Self.chooseAnother("jo", fixture)
        let outcome = try await store.change(
            .passwordChanged([1], generation: before.generation), of: "jo", in: council, by: "jo",
            at: fixture.clock.value)
        #expect(outcome == .notNow)
        #expect(try await store.user("jo", in: council)?.password != [1])
    }

    @Test func `codes that somebody else began are shown to nobody else, and end with the password`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { stranger in
            try await stranger.signIn("jo")
            try await stranger.get("/account/codes")
            let begin = "do=begin&current=\(PercentText.encode(AccountFixture.password))"
            try await stranger.post("/account/codes", begin)
            let shown = try await stranger.get("/account/codes")
            let code = try fixture.code(shown)
            // The owner's own browser does not see, and cannot confirm, what another one began.
            let owner = stranger.another()
            try await owner.signIn("jo")
            #expect(try await !owner.get("/account/codes").text.contains("id=\"secret\""))
            #expect(
                try await owner.post("/account/codes", "do=confirm&code=\(code)").status == .unprocessableContent)
            try await Self.chooseAnother("jo", fixture)
            #expect(try await fixture.record.store.secondFactor(of: "jo", in: fixture.record.council) == nil)
            #expect(try await owner.signIn("jo", Self.chosen).location == "/")
            #expect(try await !owner.get("/account/codes").text.contains("id=\"secret\""))
        }
    }

    @Test(arguments: [(599, true), (600, false)])
    func `codes that were begun wait ten minutes to be confirmed`(seconds: Int, isInTime: Bool) async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { jo in
            try await jo.signIn("jo")
            try await jo.get("/account/codes")
            try await jo.post("/account/codes", "do=begin&current=\(PercentText.encode(AccountFixture.password))")
            let shown = try await jo.get("/account/codes")
            fixture.clock.value = ServerFixture.moment.adding(seconds: seconds)
            let answer = try await jo.post("/account/codes", "do=confirm&code=\(try fixture.code(shown))")
            #expect((answer.status == .ok) == isInTime)
        }
    }

    @Test func `an administrator's session makes no link to choose that administrator's password`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { sam in
            try await sam.signIn("sam")
            #expect(try await !sam.get("/people/sam").text.contains("value=\"link\""))
            let answer = try await sam.post("/people/sam", "do=link")
            #expect(answer.status == .badRequest)
            #expect(!answer.text.contains("/choose-password?key="))
        }
        #expect(try await !fixture.changes().contains { $0.contains("password-link-made") })
    }

    @Test(arguments: [
        AccountChange.saved(User(council: .invented, id: "jo", name: "Jo", role: .socialWorker)), .role(.member),
        .codesRemovedOnMachine, .signedOut, .deactivated,
    ])
    func `what ends somebody's sessions ends a link to choose their password`(change: AccountChange) async throws {
        let fixture = try await AccountFixture()
        _ = try await fixture.factor("jo")
        let (store, council) = (fixture.record.store, fixture.record.council)
        let digest = SecretToken().digest.bytes
        let moment = fixture.clock.value
        _ = try await store.change(
            .passwordLinkMade(digest: digest, expiresAt: moment.adding(hours: 1)), of: "jo", in: council,
            by: "sam", at: moment)
        #expect(try await fixture.confirmAll() == 1)
        var change = change
        if case .saved(let user) = change {
            change = .saved(User(council: council, id: user.id, name: user.name, role: user.role))
        }
        #expect(try await store.change(change, of: "jo", in: council, by: "sam", at: moment) == .done)
        let outcome = try await store.change(
            .passwordChosenByLink(digest: digest, password: [1]), of: "jo", in: council, by: "jo", at: moment)
        #expect(outcome == .notNow)
    }

    @Test func `the command line leaves no council without anybody who looks after accounts`() async throws {
        let fixture = try await AccountFixture()
        let (store, council) = (fixture.record.store, fixture.record.council)
        let manager = User(council: council, id: "sam", name: "Sam", role: .manager)
        let outcome = try await store.change(
            .saved(manager), of: "sam", in: council, by: "command-line", at: fixture.clock.value)
        #expect(outcome == .lastAdministrator)
        #expect(try await store.user("sam", in: council)?.role == .administrator)
        try await fixture.add("ali", .administrator)
        let again = try await store.change(
            .saved(manager), of: "sam", in: council, by: "command-line", at: fixture.clock.value)
        #expect(again == .done)
    }
}
