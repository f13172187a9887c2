import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import Testing

@Suite struct ServingTests {
    /// On a machine where everything else runs at the same time a request may take long to be sent; how slow ones are cut is
    /// told elsewhere.
    private static let patient = ArrivalLimits(headSeconds: 600, formSeconds: 600, lingerSeconds: 600)

    @Test func `a server that listens answers through a real connection`() async throws {
        var fixture = ServerFixture()
        (fixture.settings.port, fixture.settings.arrival) = (0, Self.patient)
        try await fixture.test(.live) { client in
            #expect(try await client.execute(uri: "/health", method: .get).text == "well\n")
            let page = try await client.execute(uri: "/sign-in", method: .get)
            #expect(page.text.contains("<h1>Sign in</h1>"))
            #expect(page.cookie("sightline_visitor") != nil)
        }
    }

    @Test func `a form sent through a real connection in many pieces is refused when it is too long`() async throws {
        var fixture = ServerFixture()
        (fixture.settings.port, fixture.settings.arrival) = (0, Self.patient)
        let session = try fixture.signIn()
        try await fixture.test(.live) { client in
            let body = ByteBuffer(string: "csrf=x&note=" + String(repeating: "a", count: 3 << 20))
            let answer = try await client.execute(uri: "/sign-out", method: .post, headers: .form(session), body: body)
            #expect(answer.status == .contentTooLarge)
            #expect(try await client.execute(uri: "/health", method: .get).status == .ok)
        }
    }

    @Test func `a file of some megabytes arrives whole through a real connection`() async throws {
        var fixture = ServerFixture()
        (fixture.settings.port, fixture.settings.arrival) = (0, Self.patient)
        let session = try fixture.signIn()
        let token = try #require(fixture.sessions.all[session.digest]?.formToken.masked())
        let file = String(repeating: "<a>\r\n--X </a>", count: 150_000)
        let body =
            "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n"
            + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\n\(file)\r\n--XX--\r\n"
        var headers = HTTPFields.cookie(session)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        try await fixture.test(adding: FormGuardTests.takingFiles, .live) { [headers] client in
            let answer = try await client.execute(
                uri: "/imports", method: .post, headers: headers, body: ByteBuffer(string: body))
            #expect(answer.text == "took \(file.utf8.count) bytes")
        }
    }
}
