import AccessRules
import Casework
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import RecordKeeping
import SQLiteRecords
import Server
import Testing
import WorkingDays

/// A record with accounts in it, asked through the real router with the real door and the sessions of the record.
struct AccountFixture {
    static let password = "a long password"

    let record: RecordFixture
    let clock = Locked(ServerFixture.moment)
    var server = ServerFixture()

    init(withKey: Bool = true) async throws {
        record = try RecordFixture()
        try await record.goLive(from: try #require(Day("2026-01-05")))
        server.record = record
        let (store, council, clock) = (record.store, record.council, clock)
        server.now = { clock.value }
        server.recordedSessions = RecordedSessions(store: store, council: council)
        let key = try #require(CodesKey(base64: Data(repeating: 7, count: 32).base64EncodedString()))
        let codes = OneTimeCodes(store: store, council: council, key: key) { count in
            (0..<count).map { _ in UInt8.random(in: .min ... .max) }
        }
        server.codes = withKey ? codes : nil
        let signIn = SignIn(store: store, council: council, codes: withKey ? codes : nil)
        @Sendable func answer(_ answer: SignIn.Answer) -> SignInDoor.Answer {
            switch answer {
            case .admitted(let user): .admitted(user.signedIn, generation: user.generation)
            case .codeNeeded(let user): .codeNeeded(user.signedIn, generation: user.generation)
            case .refused: .refused
            }
        }
        server.door = SignInDoor(
            check: { answer(try await signIn($0, $1, at: $2)) },
            checkCode: { answer(try await signIn.code($1, of: $0, at: $2)) })
        try await add("sam", .administrator)
        try await add("jo", .socialWorker)
    }

    /// A manager confirms whatever waits for a second person; of how much.
    @discardableResult
    func confirmAll() async throws -> Int {
        try await add("mo", .manager)
        let person = SignedInPerson(council: record.council, user: "mo", role: .manager)
        let access = try AccessRules.access(
            for: person, to: .confirmAccounts, .council(record.council), because: .work
        ).get()
        let waiting = try await record.store.accountsWaiting(access: access)
        for asked in waiting {
            let outcome = try await record.store.change(
                .confirmed(asked.number), of: asked.account, in: record.council, by: "mo", at: clock.value)
            #expect(outcome == .done)
        }
        return waiting.count
    }

    func add(_ name: UserID, _ role: Role) async throws {
        // As cheap as scrypt can be: a debug build takes seconds over what is kept for real.
        let kept = try PasswordText.make(Self.password, salt: [UInt8](repeating: 7, count: 16), rounds: 2)
        let user = User(
            council: record.council, id: name, name: "\(name) (invented)", role: role, password: kept)
        _ = try await record.store.change(
            .saved(user), of: name, in: record.council, by: "command-line", at: ServerFixture.moment)
    }

    /// Asks with one browser's cookies after another; the router, and what it remembers, stays the same.
    func visit(_ use: @Sendable (Browser) async throws -> Void) async throws {
        try await server.test { client in try await use(Browser(client: client)) }
    }

    func changes() async throws -> [String] {
        let person = SignedInPerson(council: record.council, user: "sam", role: .administrator)
        let access = try AccessRules.access(
            for: person, to: .administer, .council(record.council), because: .administration
        ).get()
        return try await record.store.accountChanges(of: nil, access: access, limit: 100).map {
            "\($0.by) \($0.what) \($0.account) \($0.detail)"
        }
    }

    /// The code an app would show, of the key on a page.
    func code(_ page: TestResponse) throws -> String {
        let start = try #require(page.text.firstRange(of: "id=\"secret\">"))
        let key = page.text[start.upperBound...].prefix { $0 != "<" }.filter { $0 != " " }
        return TimeCode.code(try #require(Self.bytes(String(key))), step: TimeCode.step(at: clock.value))
    }

    func nextCode(_ page: TestResponse) throws -> String {
        clock.value = clock.value.adding(seconds: 30)
        return try code(page)
    }

    private static func bytes(_ base32: String) -> [UInt8]? {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits: [Bool] = []
        for sign in base32 {
            guard let value = signs.firstIndex(of: sign) else { return nil }
            for bit in stride(from: 4, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
        }
        return stride(from: 0, to: bits.count - bits.count % 8, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }
}

/// One browser: it keeps its cookies and sends the token that stood on the last page.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let cookies = Locked<[String: String]>([:])
    private let token = Locked("")

    init(client: any TestClientProtocol) { self.client = client }

    /// Another browser at the same server.
    func another() -> Browser { Browser(client: client) }

    var session: String? { cookies.value["sightline_session"] }

    @discardableResult
    func get(_ address: String) async throws -> TestResponse {
        try await send(.get, address, "")
    }

    /// Sends a form with the token of the page seen last.
    @discardableResult
    func post(_ address: String, _ fields: String) async throws -> TestResponse {
        try await send(.post, address, "csrf=\(token.value)&\(fields)")
    }

    @discardableResult
    func signIn(_ name: String, _ password: String = AccountFixture.password) async throws -> TestResponse {
        try await get("/sign-in")
        return try await post("/sign-in", "username=\(name)&password=\(PercentText.encode(password))")
    }

    private func send(_ method: HTTPRequest.Method, _ address: String, _ body: String) async throws -> TestResponse {
        let cookie = cookies.value.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        var headers: HTTPFields = [.cookie: cookie]
        if method == .post { headers[.contentType] = "application/x-www-form-urlencoded" }
        let response = try await client.execute(
            uri: address, method: method, headers: headers, body: ByteBuffer(string: body))
        var kept = cookies.value
        for header in response.headers[values: .setCookie] {
            let parts = header.prefix { $0 != ";" }.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count == 2 ? String(parts[1]) : ""
            kept[String(parts[0])] = value.isEmpty ? nil : value
        }
        cookies.value = kept
        if let shown = response.text.hiddenValue("csrf") { token.value = shown }
        return response
    }
}
