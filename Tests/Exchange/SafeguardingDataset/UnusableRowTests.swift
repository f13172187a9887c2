import ChildJourney
import Diagnostics
import SafeguardingDataset
import Testing

@Suite struct UnusableRowTests {
    @Test func `a row that cannot be used is kept as it was, with its reason`() throws {
        let extract = try DatasetFixture.extract("malformed-rows")
        let rows = try extract.unreadableRows
        #expect(
            rows.map { "\($0.file):\($0.row) \($0.reason.rawValue) \(String(decoding: $0.bytes, as: UTF8.self))" }
                == [
                    "ssd_disability.csv:2 value-missing D1,P1,",
                    "ssd_contacts.csv:3 key-missing ,P1,2026-03-01,6",
                    "ssd_contacts.csv:4 person-missing C2,,2026-03-01,6",
                    "ssd_contacts.csv:5 person-missing C3,-1,2026-03-01,6",
                    "ssd_contacts.csv:6 day-missing C4,P1,soon,6",
                    "ssd_contacts.csv:7 cells-misplaced C5,P1,2026-03-01,6,extra",
                ])
        let contacts = try #require(extract.contents.tables.first { $0.name == "ssd_contacts" })
        #expect(contacts.rowCount == 8)
        #expect(contacts.unreadableRowCount == 5)
    }

    @Test func `each has a diagnostic with its place`() throws {
        let extract = try DatasetFixture.extract("malformed-rows")
        let codes = Set(UnreadableRow.Reason.allCases.map(\.rawValue))
        let told = extract.diagnostics.filter { codes.contains($0.code) }
        #expect(told.map(\.location.line) == [2, 3, 4, 5, 6, 7])
        #expect(told.allSatisfy { $0.severity == .error })
    }

    @Test func `a row cut short stands with what it has, and blank cells beyond the last do no harm`() throws {
        let extract = try DatasetFixture.extract("malformed-rows")
        let journey = try #require(try extract.journey(of: "P1"))
        #expect(journey.contacts.map(\.id) == ["C1", "C6", "C7"])
        #expect(journey.contacts.map(\.body.source) == ["6", nil, "6"])
        #expect(extract.diagnostics.filter { $0.code == "row-wrong-width" }.map(\.location.line) == [7, 8])
    }

    @Test func `very many unusable rows are all kept, in order`() throws {
        let rows = (1...20_000).map { "D\($0),P\($0),\(String(repeating: " ", count: $0 % 40))" }
        let long = "D0,P0,,\(String(repeating: "x", count: 100_000))"
        let extract = try DatasetFixture.extract([
            "ssd_person": "pers_person_id\nP1\n",
            "ssd_disability": (["disa_table_id,disa_person_id,disa_disability_code"] + rows + [long]).joined(
                separator: "\n"),
        ])
        let kept = try extract.unreadableRows
        #expect(kept.map(\.row) == Array(2...20_002))
        #expect(kept.last?.bytes.count == long.utf8.count)
        #expect(kept.last?.reason == .cellsMisplaced)
    }
}
