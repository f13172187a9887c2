import AccessRules
import ChildJourney
import HTTPTypes
import HummingbirdTesting
import Server
import Testing
import WorkingDays

@Suite struct ComparisonRoutesTests {
    private static let address = "/numbers/measures/re-referrals-within-12-months/compared"

    private func fixture(_ children: Int = 3, council: String = "demo") async throws -> ServerFixture {
        var fixture = ServerFixture()
        let record = try RecordFixture(council: council)
        try await record.load(LeftOut.many(children))
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

    /// About 65,873 children: 4,152 referrals at 630.3 per 10,000.
    @Test(arguments: [
        (3, Role.manager, "3", "0.5"), (7, .manager, "7", "1.1"), (7, .member, "7", "1.1"),
        (3, .member, "hidden", "hidden"),
    ])
    func `a record's counts are said per 10,000 of the children who live there, as the reader may see them`(
        children: Int, role: Role, count: String, rate: String
    ) async throws {
        let fixture = try await fixture(children, council: "344")
        let page = try await fixture.get("/numbers/compared", fixture.signIn(role, of: "344")).text
        #expect(page.contains("About 65900 children live in the area") && page.contains("31 March 2024"))
        let row = try #require(
            page.split(separator: "<tr").first { $0.contains("/numbers/measures/children-on-a-protection-plan") })
        #expect(row.contains(">\(count)</span>") && row.contains(">\(rate)</span>"), "\(row)")
        #expect(page.contains("630.3, year to 31 March 2024"), "what is published of its referrals")
    }

    @Test(arguments: [(7, Role.manager, "0.0% (0 of 7)"), (3, .manager, "0.0% (0 of 3)"), (3, .member, "hidden")])
    func
        `a record under a published code begins with its own council, and its own count is as the reader sees it elsewhere`(
            children: Int, role: Role, words: String
        ) async throws
    {
        let fixture = try await fixture(children, council: "344")
        let page = try await fixture.get(Self.address, fixture.signIn(role, of: "344")).text
        #expect(page.contains("Wirral, year to 31 March 2024") && page.contains("own count: \(words), 12 months to"))
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
