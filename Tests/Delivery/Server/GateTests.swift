import AccessRules
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Pages
import Server
import Testing
import WorkingDays

@Suite struct GateTests {
    private func children(_ router: Router<RequestDetails>) {
        router.get("/children/{id}") { _, context in
            Response.text("\(try context.signedIn().person.user) opens \(try context.pathPart("id"))")
        }
        router.get("/api/v1/today") { _, _ in Response.text("[]") }
    }

    @Test(arguments: [
        "/", "/today", "/children/census:1", "/children/census:1?day=2026-03-03", "/nothing", "/sign-in/nothing",
        "//children/census:1", "/assets/../children/census:1", "/children/census:1/", "/sign-in/../children/census:1",
        "/health/x", "/%61ssets/x",
    ])
    func `nothing but signing in can be reached before signing in`(address: String) async throws {
        try await ServerFixture().test(adding: children) { client in
            try await client.execute(uri: address, method: .get) { answer in
                #expect(answer.status == .seeOther)
                #expect(answer.location?.hasPrefix("/sign-in") == true)
                #expect(answer.text.isEmpty)
            }
        }
    }

    @Test func `where somebody wanted to go is kept through signing in`() async throws {
        try await ServerFixture().test(adding: children) { client in
            try await client.execute(uri: "/children/census:1?day=2026-03-03", method: .get) { answer in
                #expect(answer.location == "/sign-in?next=%2Fchildren%2Fcensus:1%3Fday%3D2026-03-03")
            }
            try await client.execute(uri: "/", method: .get) { #expect($0.location == "/sign-in") }
            try await client.execute(uri: "//evil.example/x", method: .get) { #expect($0.location == "/sign-in") }
        }
    }

    @Test func `programs are told in JSON`() async throws {
        try await ServerFixture().test(adding: children) { client in
            try await client.execute(uri: "/api/v1/today", method: .get) { answer in
                #expect(answer.status == .unauthorized)
                #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
                #expect(answer.text.contains(#""code":"sign-in-first""#))
            }
        }
    }

    @Test func `with a session the page is shown to its owner`() async throws {
        let fixture = ServerFixture()
        let token = try fixture.signIn()
        try await fixture.test(adding: children) { client in
            try await client.execute(uri: "/children/census%3A1%20b", method: .get, headers: .cookie(token)) { answer in
                #expect(answer.status == .ok)
                #expect(answer.text == "u1 opens census:1 b")
            }
            try await client.execute(uri: "/children/%ff", method: .get, headers: .cookie(token)) {
                #expect($0.status == .notFound)
            }
        }
    }

    @Test(arguments: ["", "sightline_session=", "sightline_session=abc", "other=1"])
    func `a cookie that is no session's is nobody's`(cookie: String) async throws {
        try await ServerFixture().test(adding: children) { client in
            try await client.execute(uri: "/children/a", method: .get, headers: [.cookie: cookie]) {
                #expect($0.status == .seeOther)
            }
        }
    }

    @Test func `a token nobody was given opens nothing`() async throws {
        let fixture = ServerFixture()
        _ = try fixture.signIn()
        try await fixture.test(adding: children) { client in
            try await client.execute(uri: "/children/a", method: .get, headers: .cookie(SecretToken())) {
                #expect($0.status == .seeOther)
            }
        }
    }

    @Test(arguments: [(3599, true), (3600, false), (3601, false)])
    func `a session that is not used for an hour runs out`(seconds: Int, isIn: Bool) async throws {
        var fixture = ServerFixture()
        fixture.now = { ServerFixture.moment.adding(seconds: seconds) }
        let token = try fixture.signIn()
        try await fixture.test(adding: children) { client in
            try await client.execute(uri: "/children/a", method: .get, headers: .cookie(token)) {
                #expect($0.status == (isIn ? .ok : .seeOther))
            }
        }
    }

    @Test func `a session that is used goes on, to the end of the shift and no longer`() {
        let times = SessionTimes(idleMinutes: 60, longestHours: 12)
        let start = ServerFixture.moment
        #expect(times.expiry(createdAt: start, usedAt: start) == start.adding(hours: 1))
        #expect(times.expiry(createdAt: start, usedAt: start.adding(hours: 5)) == start.adding(hours: 6))
        #expect(times.expiry(createdAt: start, usedAt: start.adding(seconds: 42_000)) == start.adding(hours: 12))
    }

    @Test(arguments: [(59, 0), (60, 1), (600, 1)])
    func `that a session is used is written at most once a minute`(seconds: Int, times: Int) async throws {
        var fixture = ServerFixture()
        fixture.now = { ServerFixture.moment.adding(seconds: seconds) }
        let token = try fixture.signIn()
        try await fixture.test(adding: children) { client in
            try await client.execute(uri: "/children/a", method: .get, headers: .cookie(token))
        }
        let expected = ServerFixture.moment.adding(seconds: 3600 + (times > 0 ? seconds : 0))
        #expect(fixture.sessions.all.values.first?.expiresAt == expected)
    }

    @Test func `style and health need no session and look for none`() async throws {
        let fixture = ServerFixture()
        var doorway = try fixture.doorway()
        doorway.sessions = SessionsDouble()
        let application = Serving.application(
            Serving.guarded(doorway) { _ in }, doorway.settings, logger: .init(label: "test"))
        let style = doorway.assets.addresses.styleSheet
        try await application.test(.router) { client in
            try await client.execute(
                uri: style, method: .get, headers: .cookie(SecretToken())
            ) {
                #expect($0.status == .ok)
            }
            try await client.execute(uri: "/health", method: .get) { #expect($0.text == "well\n") }
        }
    }

    @Test func `a server that cannot reach its records says so to whoever watches it`() async throws {
        var fixture = ServerFixture()
        fixture.isHealthy = false
        try await fixture.test { client in
            try await client.execute(uri: "/health", method: .get) { #expect($0.status == .serviceUnavailable) }
        }
    }
}
