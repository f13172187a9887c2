import HTTPTypes
import HummingbirdTesting
import NIOCore
import Server

extension ServerFixture {
    /// Asks for one page.
    func get(_ address: String, _ token: SecretToken?) async throws -> TestResponse {
        try await send(.get, address, token.map { .cookie($0) } ?? [:])
    }

    /// Sends a form; its token is part of the body.
    func post(_ address: String, _ token: SecretToken, _ body: String) async throws -> TestResponse {
        try await send(.post, address, .form(token), body)
    }

    func send(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, _ body: String = ""
    ) async throws -> TestResponse {
        let answered = Locked<TestResponse?>(nil)
        try await test { client in
            let response = try await client.execute(
                uri: address, method: method, headers: headers, body: ByteBuffer(string: body))
            answered.value = response
        }
        guard let response = answered.value else { throw NothingAnswered() }
        return response
    }

    /// Sends a file as the upload form does. A nil form token leaves the field out.
    func upload(
        _ bytes: String, named name: String, _ session: SecretToken, formToken: String?
    ) async throws -> TestResponse {
        var headers = HTTPFields.cookie(session)
        headers[.contentType] = "multipart/form-data; boundary=XX"
        let token = formToken.map { "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\($0)\r\n" } ?? ""
        let file =
            "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(bytes)\r\n--XX--\r\n"
        return try await send(.post, "/imports", headers, token + file)
    }

    func formToken(_ session: SecretToken) -> String {
        sessions.all[session.digest]?.formToken.masked() ?? ""
    }
}

struct NothingAnswered: Error {}
