import AccessRules
import Assurance
import Casework
import HTTPTypes
import HummingbirdTesting
import Measures
import Server
import Testing

/// What would show mended what published reports criticise, among the numbers that are counted here.
@Suite struct PatternMeasuresTests {
    private func fixture() throws -> (ServerFixture, [FindingPattern]) {
        var fixture = ServerFixture()
        let record = try RecordFixture()
        fixture.record = record
        return (fixture, record.standards.patterns)
    }

    @Test func `every measure a pattern names is counted here, and says once what of the pattern it shows`() throws {
        let (_, patterns) = try fixture()
        let known = Set(Measures.all.map { $0.id.text })
        let named = patterns.flatMap { pattern in pattern.measures.map(\.id) }
        #expect(named.count > 20 && Set(named).subtracting(known) == [])
        for pattern in patterns {
            #expect(Set(pattern.measures.map(\.id)).count == pattern.measures.count, "\(pattern.id)")
            #expect(pattern.measures.allSatisfy { !$0.words.isEmpty })
        }
    }

    @Test func `a pattern leads to its measures, which open, and to councils that moved up with their days`()
        async throws
    {
        let (fixture, _) = try fixture()
        try await fixture.record?.load(LeftOut.many(7))
        let ana = try fixture.signIn(.manager, user: "ana")
        let page = try await fixture.get("/register/patterns/icpc_late", ana).text
        let address = "/numbers/measures/initial-conferences-within-15-working-days"
        #expect(page.contains("href=\"\(address)\"") && page.contains("/numbers/measures/conferences-postponed"))
        #expect(try await fixture.get(address, ana).status == .ok)
        #expect(page.contains("Who put things right") && page.contains("/register/councils/"))
        #expect(page.contains(/Good, \d+ [A-Z][a-z]{2} \d{4} \(/))
    }

    @Test func `where nothing is counted the page says so, and whoever sees no numbers is led to none`() async throws {
        let (fixture, _) = try fixture()
        let ana = try fixture.signIn(.manager, user: "ana")
        #expect(
            try await fixture.get("/register/patterns/life_story", ana).text.contains(
                "No measure of this product counts it"))
        let admin = try fixture.signIn(.administrator, user: "ada")
        let page = try await fixture.get("/register/patterns/icpc_late", admin).text
        #expect(page.contains("Conferences postponed") && !page.contains("/numbers/measures/"))
    }
}
