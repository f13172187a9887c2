import ChildJourney
import Diagnostics
import SafeguardingDataset
import Testing

private let day = DatasetFixture.day

@Suite struct RepeatedKeyTests {
    @Test func `of two rows with one key the later counts, and the earlier is told`() throws {
        let extract = try DatasetFixture.extract("malformed-keys")
        let journey = try #require(try extract.journey(of: "P1"))
        #expect(journey.person?.body.sex == "F")
        #expect(journey.contacts.map(\.body.receivedOn) == [day("2026-03-01")])
        let told = extract.diagnostics.filter { $0.code == "key-repeated" }
        #expect(told.map { "\($0.location.file):\($0.location.line)" } == ["ssd_person.csv:2", "ssd_contacts.csv:2"])
    }

    @Test func `a key is another child's own matter`() throws {
        let extract = try DatasetFixture.extract("malformed-keys")
        #expect(try extract.journey(of: "P7")?.contacts.map(\.body.receivedOn) == [day("2026-03-05")])
    }

    @Test func `two tables' visits with one key are two visits`() throws {
        let journey = try #require(try DatasetFixture.extract("malformed-keys").journey(of: "P1"))
        #expect(journey.visits.map(\.body.purpose) == [.childInNeed, .childProtectionPlan])
        #expect(journey.visits.map(\.id) == ["5 (cin_visits)", "5"])
    }

    @Test func `a child nobody introduced is known by id, with one warning`() throws {
        let extract = try DatasetFixture.extract("malformed-keys")
        #expect(try extract.journey(of: "P7")?.person == nil)
        let told = extract.diagnostics.filter { $0.code == "person-unknown" }
        #expect(told.map { "\($0.location.file):\($0.location.line)" } == ["ssd_contacts.csv:4"])
        #expect(told.map(\.severity) == [.warning])
    }

    @Test func `where persons are not supplied nobody is called unknown`() throws {
        let extract = try DatasetFixture.extract([
            "ssd_contacts": "cont_contact_id,cont_person_id,cont_contact_date\nC1,P1,2026-01-01\n"
        ])
        #expect(try extract.persons.map(\.id) == ["P1"])
        #expect(extract.diagnosticCounts["person-unknown"] == nil)
    }

    @Test func `among very many rows of a child a repeated key is found too`() throws {
        let rows = (1...500).map { "C\($0 % 250),P1,2026-01-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1)" }
        let extract = try DatasetFixture.extract([
            "ssd_contacts": (["cont_contact_id,cont_person_id,cont_contact_date"] + rows).joined(separator: "\n")
        ])
        let places = try #require(try extract.journey(of: "P1")).contacts.map(\.place)
        #expect(places.count == 250)
        #expect(places.allSatisfy { $0 & 0xFFFF > 251 })
        #expect(extract.diagnosticCounts["key-repeated"] == 250)
    }
}
