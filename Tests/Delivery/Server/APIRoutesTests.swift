import API
import AccessRules
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import RecordKeeping
import Server
import Testing

@Suite struct APIRoutesTests {
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        return fixture
    }

    private func object(_ answer: TestResponse) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
    }

    @Test func `what is described is served, and what is served is described`() throws {
        let router = Serving.router(try ServerFixture().live())
        let served = router.routes.filter { $0.method == .get }.map { $0.path.description }
            .filter { $0.hasPrefix("/api/") }
        #expect(Set(served) == Set(OpenAPIDocument().paths))
        #expect(OpenAPIDocument().paths.count == Set(OpenAPIDocument().paths).count)
    }

    @Test func `the description is an OpenAPI document`() async throws {
        let fixture = try await fixture()
        let answer = try await fixture.get("/api/v1/openapi.json", fixture.signIn(.member))
        let document = try object(answer)
        #expect(document["openapi"] as? String == "3.1.0")
        #expect((document["paths"] as? [String: Any])?.count == OpenAPIDocument().operations.count)
    }

    @Test func `today, search and a child are answered, each with its line in the access log`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(.analyst)
        let today = try object(await fixture.get("/api/v1/today", token))
        #expect(today["total"] as? Int == 1)
        let found = try object(await fixture.get("/api/v1/search?q=okoro", token))
        #expect((found["children"] as? [Any])?.count == 1)
        let child = try object(await fixture.get("/api/v1/children/ssd:tamar", token))
        #expect(child["name"] as? String == "Tamar Okoro")
        let concerns = try object(await fixture.get("/api/v1/children/ssd:tamar/concerns", token))
        let codes = (concerns["concerns"] as? [[String: Any]] ?? []).compactMap { $0["concern"] as? String }
        #expect(codes.contains("plan-child-unseen"))
        let verbs = try await fixture.record?.looks().map(\.verb)
        #expect(verbs == ["open-child", "open-child", "search", "see-today"])
    }

    /// What each fixture row says comes from the answer itself, fields named in the description included.
    @Test func `an answer holds every field its description names`() async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn()
        for operation in OpenAPIDocument().operations {
            let path = operation.path.replacing("{id}", with: "ssd:tamar")
            let query = operation.path == "/search" ? "?q=okoro" : ""
            let answer = try object(await fixture.get(OpenAPIDocument.base + path + query, token))
            #expect(Set(operation.answer.map(\.name)).isSubset(of: Set(answer.keys)), "\(operation.path)")
        }
    }

    @Test func `what cannot be checked is null, and what is hidden from a member says so`() async throws {
        let fixture = try await fixture()
        let seen = try object(await fixture.get("/api/v1/numbers", fixture.signIn()))
        let counts = try #require(seen["byConcern"] as? [String: Any])
        #expect(counts["connected-carer-unapproved"] is NSNull)
        #expect(counts["plan-child-unseen"] as? Int == 1)
        let member = try object(await fixture.get("/api/v1/numbers", fixture.signIn(.member)))
        #expect((member["byConcern"] as? [String: Any])?["plan-child-unseen"] as? String == "hidden")
        #expect((member["threeCounts"] as? [String: Any])?["leftAtPotentialRisk"] as? String == "hidden")
    }

    @Test(arguments: ["today", "children/ssd:tamar", "children/ssd:tamar/concerns", "search?q=okoro", "imports"])
    func `a member is told in JSON that it is not for them, and of no child`(path: String) async throws {
        let fixture = try await fixture()
        let answer = try await fixture.get("/api/v1/\(path)", fixture.signIn(.member))
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("not-for-this-role"))
        #expect(!answer.text.contains("Okoro"))
    }

    @Test func `a restricted child is opened by those named and nobody else`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.restrict("ssd:tamar", to: ["sam"])
        let address = "/api/v1/children/ssd:tamar"
        #expect(try await fixture.get(address, fixture.signIn(user: "u1")).status == .forbidden)
        #expect(try await fixture.get(address, fixture.signIn(user: "sam")).status == .ok)
        let today = try object(await fixture.get("/api/v1/today", fixture.signIn(user: "u1")))
        #expect(today["restricted"] as? Int == 1 && today["total"] as? Int == 1)
        #expect((today["children"] as? [Any])?.isEmpty == true)
    }

    @Test func `another council's people learn nothing, not even whether a child is known`() async throws {
        let fixture = try await fixture()
        for id in ["ssd:tamar", "ssd:nobody"] {
            let answer = try await fixture.get("/api/v1/children/\(id)", fixture.signIn(of: "other"))
            #expect(answer.status == .notFound)
        }
        #expect(try await fixture.get("/api/v1/children/ssd:nobody", fixture.signIn()).status == .notFound)
    }

    @Test(arguments: ["kind=safe", "level=0", "tab=all", "after=x"])
    func `a list narrowed by a word nobody knows is refused, not empty`(query: String) async throws {
        let fixture = try await fixture()
        let answer = try await fixture.get("/api/v1/today?\(query)", fixture.signIn())
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("\"error\""))
    }

    @Test(arguments: OpenAPIDocument().operations.map(\.path))
    func `without a session a program is told to sign in`(path: String) async throws {
        let answer = try await ServerFixture().get(OpenAPIDocument.base + path.replacing("{id}", with: "x"), nil)
        #expect(answer.status == .unauthorized)
    }
}
