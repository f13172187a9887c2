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

@Suite struct AccountRoutesTests {
    private func setUpCodes(_ browser: Browser, _ fixture: AccountFixture) async throws -> (
        key: String, recovery: [String]
    ) {
        try await browser.get("/account/codes")
        try await browser.post("/account/codes", "do=begin&current=\(PercentText.encode(AccountFixture.password))")
        let shown = try await browser.get("/account/codes")
        let done = try await browser.post("/account/codes", "do=confirm&code=\(try fixture.code(shown))")
        #expect(done.status == .ok)
        let recovery = done.text.split(separator: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        return (shown.text, recovery)
    }

    @Test func `codes are set up from the account's own page, and asked for after the password`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            try await browser.signIn("jo")
            try await browser.get("/account/codes")
            try await browser.post("/account/codes", "do=begin&current=\(PercentText.encode(AccountFixture.password))")
            let shown = try await browser.get("/account/codes")
            #expect(shown.text.contains("<svg class=\"qr\""))
            // Until a code has confirmed them they count for nothing.
            #expect(try await browser.another().signIn("jo").location == "/")
            let before = browser.session
            let wrong = try await browser.post("/account/codes", "do=confirm&code=000000")
            #expect(wrong.status == .unprocessableContent)
            let done = try await browser.post("/account/codes", "do=confirm&code=\(try fixture.code(shown))")
            #expect(done.text.contains("Your recovery codes"))
            #expect(browser.session != before)
            #expect(try await browser.get("/account").text.contains("By password and code"))
            // The key is never shown again.
            #expect(try await !browser.get("/account/codes").text.contains("id=\"secret\""))

            let other = browser.another()
            #expect(try await other.signIn("jo").location == "/sign-in/code")
            #expect(other.session == nil)
            try await other.get("/sign-in/code")
            // The code that confirmed them is not taken again.
            #expect(
                try await other.post("/sign-in/code", "code=\(try fixture.code(shown))").status == .unprocessableContent
            )
            let code = try fixture.nextCode(shown)
            #expect(try await other.post("/sign-in/code", "code=\(code)&next=/work").location == "/work")
            // Nor is one that let somebody in.
            let third = browser.another()
            try await third.signIn("jo")
            try await third.get("/sign-in/code")
            #expect(try await third.post("/sign-in/code", "code=\(code)").status == .unprocessableContent)
            #expect(third.session == nil)
        }
        #expect(try await fixture.changes().first == "jo codes-set-up jo ")
    }

    @Test func `a recovery code lets somebody in once, and another person's never`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            try await browser.signIn("jo")
            let (_, recovery) = try await setUpCodes(browser, fixture)
            #expect(recovery.count == 10 && Set(recovery).count == 10)
            let sam = browser.another()
            try await sam.signIn("sam")
            let (_, others) = try await setUpCodes(sam, fixture)
            for (code, isTaken) in [(others[0], false), (recovery[0].lowercased(), true), (recovery[0], false)] {
                let other = browser.another()
                try await other.signIn("jo")
                try await other.get("/sign-in/code")
                let answer = try await other.post("/sign-in/code", "code=\(code)")
                #expect((answer.status == .seeOther) == isTaken)
                #expect((other.session != nil) == isTaken)
            }
            #expect(try await browser.get("/account").text.contains("9 recovery codes are left"))
        }
    }

    @Test func `the code page alone lets nobody in, and lets nobody guess for long`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            let stranger = browser.another()
            #expect(try await stranger.get("/sign-in/code").location == "/sign-in")
            try await browser.signIn("jo")
            let (page, _) = try await setUpCodes(browser, fixture)
            _ = page
            let other = browser.another()
            try await other.signIn("jo")
            try await other.get("/sign-in/code")
            for _ in 0..<4 {
                #expect(try await other.post("/sign-in/code", "code=000000").status == .unprocessableContent)
            }
            // Four codes and a password are five tries from one address.
            #expect(try await other.post("/sign-in/code", "code=000000").status == .tooManyRequests)
        }
    }

    @Test func `wrong codes lock the account, and the right password in between forgives none`() async throws {
        let fixture = try await AccountFixture()
        let key = try await fixture.factor("jo")
        let signIn = fixture.signIn
        for _ in 0..<SignIn.triesBeforeLock {
            guard case .codeNeeded = try await signIn("jo", AccountFixture.password, at: fixture.clock.value) else {
                Issue.record("the password was right")
                return
            }
            guard case .refused = try await signIn.code("000000", of: "jo", at: fixture.clock.value) else {
                Issue.record("a wrong code was taken")
                return
            }
        }
        let right = TimeCode.code(key, step: TimeCode.step(at: fixture.clock.value) + 1)
        guard case .refused = try await signIn.code(right, of: "jo", at: fixture.clock.value) else {
            Issue.record("a locked account was let in")
            return
        }
        guard case .refused = try await signIn("jo", AccountFixture.password, at: fixture.clock.value) else {
            Issue.record("a locked account was let in")
            return
        }
    }

    @Test func `where a role must give codes nothing opens before they are set up`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            try await browser.signIn("jo")
            let sam = browser.another()
            try await sam.signIn("sam")
            try await sam.get("/people")
            #expect(try await sam.post("/people/codes", "needs=social-worker").location == "/people")
            // It holds for whoever is signed in already; and for nobody of another role.
            #expect(try await browser.get("/today").location == "/account/codes")
            #expect(try await browser.get("/api/v1/today").status == .forbidden)
            #expect(try await sam.get("/people").status == .ok)
            let (_, recovery) = try await setUpCodes(browser, fixture)
            #expect(recovery.count == 10)
            #expect(try await browser.get("/today").status == .ok)
        }
        #expect(try await fixture.changes().contains("sam codes-needed * social-worker"))
    }

    @Test func `without the operator's key nobody sets up codes, and no role can be asked for them`() async throws {
        let fixture = try await AccountFixture(withKey: false)
        try await fixture.visit { browser in
            try await browser.signIn("sam")
            let page = try await browser.get("/account/codes")
            #expect(page.text.contains("given it no key"))
            let begun = try await browser.post("/account/codes", "do=begin&current=a+long+password")
            #expect(!begun.text.contains("id=\"secret\""))
            #expect(try await fixture.record.store.secondFactor(of: "sam", in: fixture.record.council) == nil)
            try await browser.get("/people")
            #expect(try await browser.post("/people/codes", "needs=manager").status == .badRequest)
        }
        // Somebody who has codes from before the key was lost is not let in by the password alone.
        let store = fixture.record.store
        #expect(
            try await store.beginCodes(
                of: "jo", in: fixture.record.council, sealed: [1, 2, 3], by: [1], at: ServerFixture.moment))
        _ = try await store.change(
            .codesSetUp(sealed: [1, 2, 3], step: 1, recovery: []), of: "jo", in: fixture.record.council, by: "jo",
            at: ServerFixture.moment
        )
        try await fixture.visit { browser in
            #expect(try await browser.signIn("jo").location == "/sign-in/code")
            try await browser.get("/sign-in/code")
            #expect(try await browser.post("/sign-in/code", "code=123456").status == .unprocessableContent)
        }
    }

    @Test func `a secret sealed for one person opens for no other`() async throws {
        let fixture = try await AccountFixture()
        _ = try await fixture.factor("jo")
        let (store, council) = (fixture.record.store, fixture.record.council)
        let sealed = try #require(try await store.secondFactor(of: "jo", in: council)?.sealed)
        #expect(try await store.beginCodes(of: "sam", in: council, sealed: sealed, by: [1], at: ServerFixture.moment))
        #expect(try await fixture.server.codes?.secretToShow("sam", by: [1], at: ServerFixture.moment) == nil)
    }

    @Test func `setting up codes asks for the password again`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            try await browser.signIn("jo")
            try await browser.get("/account/codes")
            #expect(try await browser.post("/account/codes", "do=begin&current=wrong").status == .unprocessableContent)
            #expect(try await fixture.record.store.secondFactor(of: "jo", in: fixture.record.council) == nil)
        }
    }

    @Test func `a new password ends every other session`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            let other = browser.another()
            try await other.signIn("jo")
            try await browser.signIn("jo")
            try await browser.get("/account")
            let current = PercentText.encode(AccountFixture.password)
            for (fields, words) in [
                ("current=wrong&new=another+long+one&again=another+long+one", "The password is not right"),
                ("current=\(current)&new=short&again=short", "at least 12 characters"),
                ("current=\(current)&new=another+long+one&again=another+long+two", "do not read the same"),
            ] {
                #expect(try await browser.post("/account/password", fields).text.contains(words))
            }
            let done = try await browser.post(
                "/account/password", "current=\(current)&new=another+long+one&again=another+long+one")
            #expect(done.location == "/account")
            #expect(try await browser.get("/account").status == .ok)
            #expect(try await other.get("/account").location?.hasPrefix("/sign-in") == true)
            #expect(try await other.signIn("jo").status == .unprocessableContent)
            #expect(try await other.signIn("jo", "another long one").location == "/")
        }
    }

    @Test func `signing out everywhere ends every session of one person, and of nobody else`() async throws {
        let fixture = try await AccountFixture()
        try await fixture.visit { browser in
            let (other, sam) = (browser.another(), browser.another())
            for (browser, name) in [(browser, "jo"), (other, "jo"), (sam, "sam")] { try await browser.signIn(name) }
            #expect(try await browser.get("/account").text.contains("(this browser)"))
            #expect(try await browser.post("/account/sign-out-everywhere", "").location == "/sign-in")
            #expect(try await other.get("/today").location?.hasPrefix("/sign-in") == true)
            #expect(try await sam.get("/people").status == .ok)
        }
    }
}

extension AccountFixture {
    var signIn: SignIn { SignIn(store: record.store, council: record.council, codes: server.codes) }

    /// Codes set up for somebody; their secret.
    func factor(_ user: UserID) async throws -> [UInt8] {
        let codes = try #require(server.codes)
        #expect(try await codes.begin(user, by: [1], at: clock.value))
        let secret = try #require(try await codes.secretToShow(user, by: [1], at: clock.value))
        let code = TimeCode.code(secret, step: TimeCode.step(at: clock.value))
        #expect(try await codes.confirm(user, code, by: [1], at: clock.value)?.count == 10)
        return secret
    }
}
