import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import Server
import Testing
import WorkingDays

@Suite struct ComparisonRoutesTests {
    private static let address = "/numbers/measures/re-referrals-within-12-months/compared"

    private func fixture() async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        try await record.load(LeftOut.many(3))
        fixture.record = record
        return fixture
    }

    /// Wirral, year to 31 March 2024: 958 of 4,152 referrals, 23.1%.
    @Test(arguments: [Role.manager, .member, .analyst])
    func `a published measure stands beside England, the region and ten councils, with its year`(role: Role)
        async throws
    {
        let fixture = try await fixture()
        let page = try await fixture.get("\(Self.address)?council=344", fixture.signIn(role))
        #expect(page.status == .ok)
        for words in [
            "Wirral, year to 31 March 2024: 23.1%", "England", "North West", "not the official statistical neighbours",
            "How far apart", "2013", "\(Self.address)/charts/compared.svg?council=344",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("This record's own count"), "it is another council's")
    }

    @Test(arguments: [("svg", "<svg xmlns"), ("csv", "\"2024\",\"23.1%\""), ("html", "Wirral")])
    func `its drawing and its numbers are files`(kind: String, words: String) async throws {
        let fixture = try await fixture()
        let file = try await fixture.get("\(Self.address)/charts/compared.\(kind)?council=344", fixture.signIn())
        #expect(file.status == .ok && file.text.contains(words))
    }

    @Test func `a record whose code nothing was published under says so, and offers a choice`() async throws {
        let fixture = try await fixture()
        let page = try await fixture.get(Self.address, fixture.signIn()).text
        #expect(
            page.contains("Nothing was published under this record&#39;s council code (demo)")
                || page.contains("Nothing was published under this record's council code (demo)"))
        let rates = try await fixture.get("/numbers/compared", fixture.signIn()).text
        #expect(rates.contains("no rate is shown") && rates.contains(Self.address))
    }

    @Test(arguments: [
        "/numbers/measures/referrals/compared", "\(address)?council=000", "\(address)/charts/compared.txt",
        "\(address)/charts/other.svg",
    ])
    func `what is not published is not there`(path: String) async throws {
        let fixture = try await fixture()
        #expect(try await fixture.get(path, fixture.signIn()).status == .notFound)
    }

    @Test(arguments: [
        (Role.director, true), (.manager, true), (.inspector, true), (.auditor, true), (.chair, true),
        (.analyst, false), (.member, false), (.partner, false), (.socialWorker, false),
    ])
    func `how decisions compare is for those who look over them`(role: Role, isLetIn: Bool) async throws {
        let fixture = try await fixture()
        let token = try fixture.signIn(role)
        let page = try await fixture.get("/numbers/decisions", token)
        #expect(page.status == (isLetIn ? .ok : .forbidden))
        #expect(page.text.contains("By team") == isLetIn)
        let measures = try await fixture.get("/numbers/measures", token).text
        #expect(measures.contains("/numbers/decisions") == isLetIn)
    }
}
