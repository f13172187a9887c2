import AccessRules
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Server
import Testing

@Suite struct FormGuardTests {
    private func routes(_ router: Router<RequestDetails>) {
        router.post("/notes") { _, context in Response.text("kept \(context.form["note"] ?? "nothing")") }
        FormGuardTests.takingFiles(router)
    }

    static func takingFiles(_ router: Router<RequestDetails>) {
        router.post("/imports") { request, context in
            guard let upload = context.upload else { throw Refused.wrongKind }
            let read = try await upload.read(request.body)
            for file in read.files { file.delete() }
            return Response.text("took \(read.files.first?.size ?? 0) bytes")
        }
    }

    private func send(
        _ fixture: ServerFixture, to address: String = "/notes", _ headers: HTTPFields, _ body: String,
        method: HTTPRequest.Method = .post
    ) async throws -> (HTTPResponse.Status, String) {
        let result = Locked<(HTTPResponse.Status, String)>((.ok, ""))
        try await fixture.test(adding: routes) { client in
            let answer = try await client.execute(
                uri: address, method: method, headers: headers, body: ByteBuffer(string: body))
            result.value = (answer.status, answer.text)
        }
        return result.value
    }

    private func token(_ fixture: ServerFixture, _ session: SecretToken) -> String {
        fixture.sessions.all[session.digest]?.formToken.masked() ?? ""
    }

    @Test func `a form this server gave out to this session is taken`() async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        let (status, text) = try await send(
            fixture, .form(session), "csrf=\(token(fixture, session))&note=Seen+at+home")
        #expect(status == .ok)
        #expect(text == "kept Seen at home")
    }

    @Test(arguments: ["", "csrf=", "csrf=00", "note=x", "csrf=" + String(repeating: "0", count: 128)])
    func `a form without the token is refused`(body: String) async throws {
        let fixture = ServerFixture()
        let (status, text) = try await send(fixture, .form(try fixture.signIn()), body)
        #expect(status == .forbidden)
        #expect(text.contains("Open it again and send it once more"))
    }

    @Test func `the token of another session is refused`() async throws {
        let fixture = ServerFixture()
        let (mine, theirs) = (try fixture.signIn(), try fixture.signIn())
        let (status, _) = try await send(fixture, .form(mine), "csrf=\(token(fixture, theirs))&note=x")
        #expect(status == .forbidden)
    }

    @Test func `the token in the address does not count`() async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        let (status, _) = try await send(
            fixture, to: "/notes?csrf=\(token(fixture, session))", .form(session), "note=x")
        #expect(status == .forbidden)
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "cross-site", false), ("Sec-Fetch-Site", "same-site", false),
        ("Sec-Fetch-Site", "none", false),
        ("Sec-Fetch-Site", "same-origin", true), ("Origin", "http://localhost", true),
        ("Origin", "https://LOCALHOST", true), ("Origin", "http://evil.example", false), ("Origin", "null", false),
        ("Origin", "http://localhost.evil.example", false), ("Origin", "localhost", false),
    ])
    func `a form that the browser says came from elsewhere is refused, token or not`(
        name: String, value: String, isTaken: Bool
    ) async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        var headers = HTTPFields.form(session)
        headers[try #require(HTTPField.Name(name))] = value
        let (status, _) = try await send(fixture, headers, "csrf=\(token(fixture, session))")
        #expect(status == (isTaken ? .ok : .forbidden))
        if !isTaken { #expect(fixture.lines.all.contains { $0.contains("code=from-another-site") }) }
    }

    @Test(arguments: ["application/json", "text/plain", "", "multipart/form-data; boundary=XX"])
    func `a body of another kind is refused`(type: String) async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        var headers = HTTPFields.cookie(session)
        headers[.contentType] = type
        let (status, _) = try await send(fixture, headers, "csrf=\(token(fixture, session))")
        #expect(status == .unsupportedMediaType)
    }

    @Test func `a form that is too long is refused by what it says and by what it is`() async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        let long = "csrf=\(token(fixture, session))&note=" + String(repeating: "a", count: 1 << 20)
        let (status, text) = try await send(fixture, .form(session), long)
        #expect(status == .contentTooLarge)
        #expect(text.contains("The most it may be is 1 MB."))
    }

    @Test func `bytes that are not text are refused`() async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        let (status, _) = try await send(fixture, .form(session), "csrf=\(token(fixture, session))&note=%ff")
        #expect(status == .badRequest)
    }

    @Test func `a file is taken where files are taken, and only after its form's token`() async throws {
        let fixture = ServerFixture()
        let session = try fixture.signIn()
        var headers = HTTPFields.cookie(session)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        func body(_ token: String) -> String {
            "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xml\"\r\n\r\nabc\r\n--XX--\r\n"
        }
        let right = try await send(fixture, to: "/imports", headers, body(token(fixture, session)))
        #expect(right == (.ok, "took 3 bytes"))
        let wrong = try await send(fixture, to: "/imports", headers, body("0"))
        #expect(wrong.0 == .forbidden)
    }

    @Test func `nobody sends a file before signing in`() async throws {
        let (status, _) = try await send(
            ServerFixture(), to: "/imports", [.contentType: "multipart/form-data; boundary=XX"], "--XX--")
        #expect(status == .seeOther)
    }
}
