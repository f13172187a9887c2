import ChildJourney
import SafeguardingDataset
import Testing
import WorkingDays

private let day = DatasetFixture.day

@Suite struct HostileInputTests {
    private func contact(outcome: String) throws -> Journey? {
        let quoted = outcome.replacing("\"", with: "\"\"")
        return try DatasetFixture.extract([
            "ssd_contacts": "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n"
                + "C1,P1,2026-01-01,\"\(quoted)\"\n"
        ]).journey(of: "P1")
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000), "{", "\"", "{\"",
        "{\"a\"",
        "{\"a\":", "{\"a\":\"\\", "[1,", "[1 2]", "{]", "[}", "{}{}", "{\"a\":nul}", "\"\\ud800\"",
    ])
    func `no JSON, however broken, stops its row`(outcome: String) throws {
        #expect(try contact(outcome: outcome)?.contacts.count == 1)
    }

    @Test func `escapes in addresses are undone, and broken ones do no harm`() throws {
        let cells = [
            #"{"STREET": "a\u00e9\ud83d\ude00\n"}"#: "aé😀\n", #"{"STREET": "\ud83d x"}"#: "\u{FFFD} x",
            #"{"STREET": "\u12"}"#: "u12", "Just a line": "Just a line", #"{"TOWN": "T", "x": ["#: "T",
        ]
        for (cell, text) in cells {
            let quoted = cell.replacing("\"", with: "\"\"")
            let extract = try DatasetFixture.extract([
                "ssd_address": "addr_table_id,addr_person_id,addr_address_json\nA1,P1,\"\(quoted)\"\n"
            ])
            #expect(try extract.journey(of: "P1")?.addresses.map(\.body.text) == [text])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `one person with very many rows, the last first, is put in order in time`() throws {
        let first = day("2020-01-01")
        func rows(_ start: String) -> String {
            (0..<60_000).map { number in
                let day = first + (60_000 - number) % 2000
                return "\(start)\(number),P1,\(day)"
            }.joined(separator: "\n")
        }
        let extract = try DatasetFixture.extract([
            "ssd_cp_visits": "cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date\n" + rows("A"),
            "ssd_cin_visits": "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date\n" + rows("B"),
        ])
        let visits = try #require(try extract.journey(of: "P1")).visits
        #expect(visits.count == 120_000)
        #expect(zip(visits, visits.dropFirst()).allSatisfy { $0.body.on <= $1.body.on })
    }

    @Test func `a very long id, a very long text and very many columns are read`() throws {
        let id = String(repeating: "9", count: 70_000)
        let reason = String(repeating: "é", count: 200_000)
        let columns = (0..<5000).map { "c\($0)" }.joined(separator: ",")
        let extract = try DatasetFixture.extract([
            "ssd_early_help_episodes": "earl_episode_id,earl_person_id,earl_episode_start_date,earl_episode_reason,"
                + "\(columns)\nE1,\(id),2026-01-01,\(reason),\(columns)\n"
        ])
        let person = try #require(try extract.persons.first)
        #expect(person.id == id)
        #expect(person.journey.earlyHelpEpisodes.map(\.body.reason) == [reason])
    }

    @Test func `text that is not UTF-8 is mended`() throws {
        let extract = try DatasetFixture.withFolder { folder in
            let bytes = Array("pers_person_id,pers_surname\nP1,Caf".utf8) + [0xE9, 0x0A]
            try DatasetFixture.write(bytes, to: folder + "/ssd_person.csv")
            return try DatasetExtract(path: folder)
        }
        #expect(try extract.journey(of: "P1")?.person?.body.surname == "Café")
    }
}
