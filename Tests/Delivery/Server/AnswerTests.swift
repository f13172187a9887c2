import AccessRules
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import RecordKeeping
import Server
import Testing

/// Something nobody foresaw, with a child's name in it.
private struct Unforeseen: Error, CustomStringConvertible {
    let description = "Tamar Vale is at 4 Mill Lane"
}

@Suite struct AnswerTests {
    private func routes(_ router: Router<RequestDetails>) {
        router.get("/fails") { _, _ -> Response in throw Unforeseen() }
        router.get("/api/v1/fails") { _, _ -> Response in throw Unforeseen() }
        router.get("/refuses/{why}") { _, context -> Response in throw try AnswerTests.refusal(context.pathPart("why"))
        }
        router.get("/children/{id}") { _, _ in Response.text("a child") }
    }

    private static func refusal(_ why: String) -> any Error {
        switch why {
        case "restricted": AccessRefusal.restricted
        case "role": AccessRefusal.notForThisRole(.member, .openChild)
        case "council": AccessRefusal.anotherCouncil
        case "changed": Refused.changedSince
        case "address": Refused.addressUnreadable
        case "unavailable": Refused.unavailable
        case "full": UploadFailure.full
        case "busy": StoreFailure.busy
        case "damaged": StoreFailure.damaged(table: "entry")
        case "gone": StoreFailure.notFound
        case "stopped": CancellationError()
        case "framework": HTTPError(.badRequest, message: "Parameter 'Tamar' can not be converted")
        default: Refused.notFound
        }
    }

    private func ask(
        _ address: String, on fixture: ServerFixture = ServerFixture(), method: HTTPRequest.Method = .get
    ) async throws -> TestResponse {
        let kept = Locked<TestResponse?>(nil)
        let session = try fixture.signIn()
        try await fixture.test(adding: routes) { client in
            kept.value = try await client.execute(uri: address, method: method, headers: .cookie(session))
        }
        return try #require(kept.value)
    }

    @Test(arguments: [
        ("restricted", 403, "You may not open this"), ("role", 403, "You may not open this"),
        ("council", 404, "There is nothing at this address"), ("changed", 409, "Somebody else changed this first"),
        ("address", 400, "That could not be read"), ("unavailable", 503, "Sightline is not available just now"),
        ("busy", 503, "Sightline is not available just now"), ("damaged", 500, "Something went wrong here"),
        ("gone", 404, "There is nothing at this address"), ("full", 503, "Sightline is not available just now"),
        ("stopped", 503, "Sightline is not available just now"),
        ("framework", 400, "That could not be read"), ("x", 404, "There is nothing at this address"),
    ])
    func `each refusal has its page and its status`(why: String, status: Int, heading: String) async throws {
        let answer = try await ask("/refuses/\(why)")
        #expect(answer.status.code == status)
        #expect(answer.text.contains("<h1>\(heading)</h1>"))
        #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
        #expect(answer.text.contains("R. Ahmed"))
        #expect(!answer.text.contains("Tamar"))
    }

    @Test func `what nobody foresaw says nothing of what it was, and can be found again`() async throws {
        let fixture = ServerFixture()
        for address in ["/fails", "/api/v1/fails"] {
            let answer = try await ask(address, on: fixture)
            #expect(answer.status == .internalServerError)
            let header = try #require(HTTPField.Name("X-Request-Id"))
            let reference = try #require(answer.headers[header])
            #expect(reference.count == 9)
            #expect(answer.text.contains(reference))
            #expect(!answer.text.contains("Tamar"))
        }
        #expect(fixture.lines.all.contains { $0.hasPrefix("error refused code=failed error=Unforeseen") })
        #expect(!fixture.lines.all.contains { $0.contains("Tamar") })
    }

    @Test func `programs are answered in JSON with a code`() async throws {
        let answer = try await ask("/api/v1/nothing")
        #expect(answer.status == .notFound)
        #expect(answer.text.hasPrefix(#"{"error":{"code":"not-found","message":"There is nothing at this address.","#))
    }

    @Test func `an address asked for in a way it does not know names the ways it does`() async throws {
        let answer = try await ask("/children/a", method: .delete)
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.headers[.allow] == "GET, HEAD")
        let head = try await ask("/children/a", method: .head)
        #expect(head.status == .ok)
        #expect(head.text.isEmpty)
    }

    @Test func `the log has one line for a request, with the pattern of its route and no child`() async throws {
        let fixture = ServerFixture()
        _ = try await ask("/children/census:1?q=Tamar", on: fixture)
        _ = try await ask("/Tamar", on: fixture)
        let lines = fixture.lines.all.filter { $0.hasPrefix("info request") }
        #expect(lines.count == 2)
        #expect(lines[0].contains("method=GET ms=") && lines[0].hasSuffix("route=/children/{id} status=200 user=u1"))
        #expect(lines[1].contains("route=NotFound status=404"))
        #expect(!fixture.lines.all.contains { $0.contains("Tamar") || $0.contains("census") })
    }

    @Test(arguments: ["/children/a", "/fails", "/nothing", "/sign-in", "/health"])
    func `every answer tells the browser what it may do`(address: String) async throws {
        let headers = try await ask(address).headers
        #expect(
            headers[.contentSecurityPolicy]
                == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.cacheControl] == "no-store")
        #expect(headers[try #require(HTTPField.Name("Referrer-Policy"))] == "no-referrer")
        #expect(headers[.strictTransportSecurity] == nil)
        #expect(headers[.server] == nil)
    }

    @Test func `references are drawn from letters that cannot be taken for digits`() {
        let drawn = (0..<200).map { _ in Reference().description }
        #expect(Set(drawn).count == 200)
        #expect(drawn.allSatisfy { $0.count == 9 && !$0.contains { "ILOU".contains($0) } })
    }
}
