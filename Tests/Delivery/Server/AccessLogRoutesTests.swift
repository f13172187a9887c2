import AccessRules
import HTTPTypes
import HummingbirdTesting
import RecordKeeping
import Server
import Testing

@Suite struct AccessLogRoutesTests {
    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load([LeftOut.tamar()])
        fixture.record = record
        return fixture
    }

    @Test func `whoever answers for it sees who looked, at whom and when`() async throws {
        let fixture = try await fixture()
        _ = try await fixture.get("/search?q=okoro", fixture.signIn(.socialWorker, user: "sam"))
        let page = try await fixture.get("/access-log", fixture.signIn())
        #expect(page.status == .ok)
        #expect(page.text.contains("sam, social worker"))
        #expect(page.text.contains("Searched: okoro (1 child)"))
    }

    @Test func `an administrator is not told the name that was searched for`() async throws {
        let fixture = try await fixture()
        _ = try await fixture.get("/search?q=okoro", fixture.signIn(.socialWorker))
        let page = try await fixture.get("/access-log", fixture.signIn(.administrator))
        #expect(page.text.contains("Searched (1 child)"))
        #expect(!page.text.contains("okoro"))
        #expect(!page.text.contains("/children/"))
    }

    @Test func `it is narrowed to one person or one thing done`() async throws {
        let fixture = try await fixture()
        _ = try await fixture.get("/search?q=okoro", fixture.signIn(.socialWorker, user: "sam"))
        _ = try await fixture.get("/numbers/children", fixture.signIn(.analyst, user: "ana"))
        let sam = try await fixture.get("/access-log?user=sam", fixture.signIn()).text
        #expect(sam.contains("sam, social worker") && !sam.contains("ana, performance analyst"))
        let drilled = try await fixture.get("/access-log?did=drill-down", fixture.signIn()).text
        #expect(drilled.contains("ana, performance analyst") && !drilled.contains("sam, social worker"))
    }

    @Test func `further back is another page, and no line is lost between them`() async throws {
        let fixture = try await fixture()
        for number in 1...55 { _ = try await fixture.get("/search?q=nobody\(number)x", fixture.signIn()) }
        let first = try await fixture.get("/access-log", fixture.signIn()).text
        #expect(first.contains("nobody55x") && first.contains("nobody6x") && !first.contains("nobody5x"))
        #expect(first.contains("/access-log?before=6"))
        let second = try await fixture.get("/access-log?before=6", fixture.signIn()).text
        #expect(second.contains("nobody5x") && second.contains("nobody1x") && !second.contains("nobody6x"))
    }

    @Test(arguments: [Role.socialWorker, .analyst, .member])
    func `nobody else reads it`(role: Role) async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get("/access-log", fixture.signIn(role)).status == .forbidden)
    }

    @Test func `neither does another council's manager, or somebody not signed in`() async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get("/access-log", fixture.signIn(of: "other")).status == .notFound)
        #expect(try await fixture.get("/access-log", nil).status == .seeOther)
    }

    @Test(arguments: ["did=nothing", "before=x"])
    func `a filter there is not is refused, and shows no empty log`(query: String) async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get("/access-log?\(query)", fixture.signIn()).status == .badRequest)
    }
}
