import RecordKeeping
import SQLiteRecords
import Casework
import AccessRules
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pages
import Server
import Testing
import WorkingDays

@Suite struct SignInTests {
    private static let manager = SignedInPerson(council: .invented, user: "ahmed", role: .manager)

    private func fixture(_ door: SignInDoor? = nil) -> ServerFixture {
        var fixture = ServerFixture()
        fixture.door =
            door
            ?? SignInDoor(check: { name, password, _ in
                (name, password) == ("ahmed", " right ") ? .admitted(SignInTests.manager, generation: 0) : .refused
            })
        return fixture
    }

    /// Opens the sign-in page as a browser does, and sends its form.
    private func send(
        _ client: any TestClientProtocol, _ fields: String, to address: String = "/sign-in", from: String? = nil
    ) async throws -> TestResponse {
        let page = try await client.execute(uri: "/sign-in", method: .get)
        let isSecure = page.headers[.strictTransportSecurity] != nil
        let prefix = isSecure ? "__Host-" : ""
        let visitor = try #require(page.cookie("\(prefix)sightline_visitor"))
        let token = try #require(page.text.hiddenValue("csrf"))
        var headers: HTTPFields = [
            .cookie: "\(prefix)sightline_visitor=\(visitor)", .contentType: "application/x-www-form-urlencoded",
        ]
        if let from { headers[try #require(HTTPField.Name("X-Forwarded-For"))] = from }
        return try await client.execute(
            uri: address, method: .post, headers: headers, body: ByteBuffer(string: "csrf=\(token)&\(fields)"))
    }

    @Test func `the right name and password open a session that only its digest is kept of`() async throws {
        let fixture = fixture()
        try await fixture.test { client in
            let answer = try await send(client, "username=ahmed&password=+right+&next=/children/a")
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/children/a")
            let token = try #require(answer.cookie("sightline_session").flatMap(SecretToken.init))
            #expect(fixture.sessions.all.keys.map(\.bytes) == [token.digest.bytes])
            #expect(fixture.sessions.all[token.digest]?.person == SignInTests.manager)
            let header = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("sightline_session") })
            #expect(header.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
            #expect(answer.cookie("sightline_visitor") == "")
        }
    }

    @Test func `behind TLS the cookies are sent through TLS alone`() async throws {
        var fixture = fixture()
        fixture.settings.isBehindTLS = true
        try await fixture.test { client in
            let answer = try await send(client, "username=ahmed&password=+right+")
            let set = answer.headers[values: .setCookie]
            #expect(!set.isEmpty && set.allSatisfy { $0.contains("; Secure") && $0.hasPrefix("__Host-") })
            #expect(set.allSatisfy { $0.contains("; Path=/;") && !$0.contains("Domain") })
            // What a neighbour under the same domain may have planted is nobody's.
            let token = try #require(answer.cookie("__Host-sightline_session"))
            let asked = try await client.execute(
                uri: "/account", method: .get, headers: [.cookie: "sightline_session=\(token)"])
            #expect(asked.status == .seeOther)
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
        }
    }

    @Test(arguments: ["username=ahmed&password=right", "username=baker&password=+right+"])
    func `a wrong name and a wrong password are answered alike`(fields: String) async throws {
        let fixture = fixture()
        try await fixture.test { client in
            let answer = try await send(client, fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("The user name or the password is not right"))
            #expect(!answer.text.contains("right+") && !answer.text.contains("value=\"right\""))
            #expect(answer.cookie("sightline_session") == nil)
        }
        #expect(fixture.sessions.all.isEmpty)
    }

    @Test func `what was left out is asked for, and what was typed is kept but for the password`() async throws {
        try await fixture().test { client in
            let answer = try await send(client, "username=ahmed&password=")
            #expect(answer.text.contains("Enter your password"))
            #expect(answer.text.contains("value=\"ahmed\""))
            let other = try await send(client, "username=+&password=secret")
            #expect(other.text.contains("Enter your user name"))
            #expect(!other.text.contains("secret"))
        }
    }

    @Test(arguments: [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "today", "/a b",
    ])
    func `nobody is sent on to another site`(next: String) async throws {
        try await fixture().test { client in
            let answer = try await send(client, "username=ahmed&password=+right+&next=\(PercentText.encode(next))")
            #expect(answer.location == "/")
        }
    }

    @Test func `the form of another browser's sign-in page is refused`() async throws {
        let fixture = fixture()
        try await fixture.test { client in
            let page = try await client.execute(uri: "/sign-in", method: .get)
            let token = try #require(page.text.hiddenValue("csrf"))
            for cookie in ["", "sightline_visitor=\(SecretToken().text)"] {
                let answer = try await client.execute(
                    uri: "/sign-in", method: .post,
                    headers: [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"],
                    body: ByteBuffer(string: "csrf=\(token)&username=ahmed&password=+right+"))
                #expect(answer.status == .forbidden)
            }
        }
        #expect(fixture.sessions.all.isEmpty)
    }

    @Test func `the sixth try is turned away before the password is looked at`() async throws {
        let asked = Locked(0)
        let fixture = fixture(
            SignInDoor(check: { _, _, _ in
                asked.value += 1
                return .refused
            }))
        try await fixture.test { client in
            for _ in 0..<5 { _ = try await send(client, "username=ahmed&password=x") }
            let answer = try await send(client, "username=ahmed&password=x")
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "900")
            #expect(answer.text.contains("You can try again in 15 minutes."))
            #expect(asked.value == 5)
        }
    }

    @Test func `behind a proxy the browser's address counts, and only as the proxy wrote it`() async throws {
        var fixture = fixture()
        fixture.settings.isBehindTLS = true
        fixture.signInLimits = SignInLimits(perName: 1)
        try await fixture.test { client async throws in
            let wrong = "username=ahmed&password=x"
            #expect(try await send(client, wrong, from: "1.1.1.1, 10.0.0.1").status == .unprocessableContent)
            #expect(try await send(client, wrong, from: "2.2.2.2, 10.0.0.1").status == .tooManyRequests)
            #expect(try await send(client, wrong, from: "1.1.1.1, 10.0.0.2").status == .unprocessableContent)
        }
    }

    @Test func `a locked account, one that is not there and a wrong password are one answer`() async throws {
        let record = try RecordFixture()
        try await record.store.addCouncil(record.council, name: "Invented council")
        let ahmed = User(council: record.council, id: "ahmed", name: "R. Ahmed (invented)", role: .manager)
        let salt = [UInt8](repeating: 7, count: 16)
        try await AddUser(store: record.store)(
            ahmed, password: "a long password", salt: salt, by: "command-line", at: ServerFixture.moment)
        let signIn = SignIn(store: record.store, council: record.council)
        func admits(_ name: String, _ password: String, at moment: Moment = ServerFixture.moment) async throws -> Bool {
            switch try await signIn(name, password, at: moment) {
            case .admitted: true
            case .codeNeeded, .refused: false
            }
        }
        #expect(try await admits("ahmed", "a long password"))
        for _ in 0..<SignIn.triesBeforeLock { #expect(try await !admits("ahmed", "x")) }
        #expect(try await !admits("ahmed", "a long password"))
        #expect(try await !admits("nobody", "a long password"))
        let later = ServerFixture.moment.adding(seconds: SignIn.lockedMinutes * 60)
        #expect(try await admits("ahmed", "a long password", at: later))
    }

    @Test func `signing out ends the session, and only with its own form`() async throws {
        let fixture = fixture()
        let session = try fixture.signIn()
        try await fixture.test { client in
            let token = try #require(fixture.sessions.all[session.digest]?.formToken.masked())
            let refused = try await client.execute(uri: "/sign-out", method: .post, headers: .form(session))
            #expect(refused.status == .forbidden)
            #expect(fixture.sessions.all.count == 1)
            let answer = try await client.execute(
                uri: "/sign-out", method: .post, headers: .form(session), body: ByteBuffer(string: "csrf=\(token)"))
            #expect(answer.location == "/sign-in")
            #expect(answer.headers[.setCookie] == "sightline_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
        }
        #expect(fixture.sessions.all.isEmpty)
    }

    @Test func `in a demonstration one press signs in as somebody invented, and elsewhere nobody can`() async throws {
        let persona = Persona(value: "manager", name: "R. Ahmed", role: "manager", sees: "All children.")
        let door = SignInDoor(
            check: { _, _, _ in .refused }, personas: [DemoPersona(person: SignInTests.manager, shown: persona)])
        let fixture = fixture(door)
        try await fixture.test { client in
            let page = try await client.execute(uri: "/sign-in", method: .get)
            #expect(page.text.contains("R. Ahmed, manager"))
            let answer = try await send(client, "persona=manager", to: "/sign-in/demo")
            #expect(answer.cookie("sightline_session") != nil)
            #expect(try await send(client, "persona=king", to: "/sign-in/demo").status == .badRequest)
        }
        try await self.fixture().test { client async throws in
            #expect(try await send(client, "persona=manager", to: "/sign-in/demo").location == "/sign-in")
        }
    }

    @Test func `signing in again leaves no older session behind`() async throws {
        let fixture = fixture()
        let before = try fixture.signIn()
        try await fixture.test { client in
            let token = try #require(fixture.sessions.all[before.digest]?.formToken.masked())
            let answer = try await client.execute(
                uri: "/sign-in", method: .post, headers: .form(before),
                body: ByteBuffer(string: "csrf=\(token)&username=ahmed&password=+right+"))
            #expect(answer.status == .seeOther)
        }
        #expect(fixture.sessions.all.count == 1)
        #expect(fixture.sessions.all[before.digest] == nil)
    }
}

extension CouncilCode {
    /// The council of every invented child.
    static var invented: CouncilCode {
        guard let code = CouncilCode("invented") else { preconditionFailure("a code of eight letters is a code") }
        return code
    }
}

extension String {
    /// The value of a hidden field of a form on a page.
    func hiddenValue(_ name: String) -> String? {
        guard let start = firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(self[start.upperBound...].prefix { $0 != "\"" })
    }
}
