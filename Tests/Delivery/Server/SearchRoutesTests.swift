import AccessRules
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing

@Suite struct SearchRoutesTests {
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        return fixture
    }

    private func get(_ fixture: ServerFixture, _ address: String, _ token: SecretToken?) async throws -> TestResponse {
        try await fixture.get(address, token)
    }

    @Test func `a child is found by a name as it sounds, and that somebody looked is kept`() async throws {
        let fixture = try await fixture()
        let answer = try await get(fixture, "/search?q=tamer%20okoro", fixture.signIn(.socialWorker))
        #expect(answer.status == .ok)
        #expect(answer.text.contains("Tamar Okoro"))
        #expect(answer.text.contains("/children/ssd%3Atamar") || answer.text.contains("/children/ssd:tamar"))
        let look = try await fixture.record?.looks().first
        #expect(look?.verb == "search" && look?.shown == ["ssd:tamar"])
    }

    @Test func `nobody found is not called nobody known`() async throws {
        let fixture = try await fixture()
        let answer = try await get(fixture, "/search?q=Zzyx", fixture.signIn())
        #expect(answer.text.contains("Nobody in what is loaded matches"))
    }

    @Test func `a restricted child who matches is counted and not named`() async throws {
        let fixture = try await fixture()
        try await fixture.record?.restrict("ssd:tamar", to: ["someone-else"])
        let answer = try await get(fixture, "/search?q=okoro", fixture.signIn())
        #expect(!answer.text.contains("Tamar"))
        #expect(answer.text.contains("1 restricted child also matches"))
        #expect(!answer.text.contains("Nobody in what is loaded"))
    }

    @Test(arguments: [Role.member, .administrator])
    func `somebody who may see no child may not search`(role: Role) async throws {
        let fixture = try await fixture()
        let answer = try await get(fixture, "/search?q=okoro", fixture.signIn(role))
        #expect(answer.status == .forbidden)
        #expect(!answer.text.contains("Okoro"))
        #expect(try await fixture.record?.looks().isEmpty == true)
    }

    @Test func `somebody of another council finds nothing here`() async throws {
        let fixture = try await fixture()
        let answer = try await get(fixture, "/search?q=okoro", fixture.signIn(of: "other"))
        #expect(answer.status == .notFound)
        #expect(!answer.text.contains("Okoro"))
    }

    @Test func `without a session there is only signing in`() async throws {
        let answer = try await get(fixture(), "/search?q=okoro", nil)
        #expect(answer.status == .seeOther)
        #expect(answer.location?.hasPrefix("/sign-in") == true)
    }
}
