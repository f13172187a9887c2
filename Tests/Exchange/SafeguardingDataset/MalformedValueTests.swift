import ChildJourney
import Diagnostics
import SafeguardingDataset
import Testing

@Suite struct MalformedValueTests {
    private let extract: DatasetExtract

    init() throws { extract = try DatasetFixture.extract("malformed-values") }

    private func told(_ code: String) -> [String] {
        extract.diagnostics.filter { $0.code == code }.map {
            "\($0.severity) \($0.location.file):\($0.location.line):\($0.location.column) "
                + "\($0.location.field) \($0.value ?? "-")"
        }
    }

    @Test func `a date that cannot be, or cannot be meant, is told with its place and left out`() throws {
        #expect(told("date-malformed") == ["error ssd_person.csv:4:9 pers_dob 31/02/2020"])
        #expect(
            told("date-implausible") == [
                "error ssd_person.csv:2:9 pers_dob 1066-10-14",
                "error ssd_person.csv:3:9 pers_dob 1900-01-01 00:00:00.000",
            ])
        for person in try extract.persons { #expect(person.journey.person?.body.bornOn == nil) }
    }

    @Test func `an answer that is neither yes nor no is unknown, and the row stands`() throws {
        #expect(told("flag-malformed") == ["error ssd_cp_visits.csv:2:5 cppv_cp_visit_seen ?"])
        #expect(try extract.journey(of: "P1")?.visits.map(\.body.seen) == [nil])
        #expect(!extract.contents.told.contains(.protectionVisitSeen))
    }

    @Test func `a number in words is left out, and an unknown code is kept`() throws {
        #expect(told("number-malformed") == ["error ssd_pre_proceedings.csv:2:14 prep_pre_pro_meetings_num -"])
        #expect(try extract.journey(of: "P1")?.preProceedings.map(\.body.reviewMeetings) == [nil])
        #expect(told("code-unknown").first == "warning ssd_cin_episodes.csv:2:9 cine_close_reason -")
        #expect(try extract.journey(of: "P1")?.referrals.map(\.body.closureReason) == ["Zebra"])
    }

    @Test func `JSON that breaks off gives what stood before the break, and its row stands`() throws {
        #expect(
            told("json-malformed") == [
                "warning ssd_cin_assessments.csv:2:7 cina_assessment_outcome_json -",
                "warning ssd_cin_assessments.csv:3:7 cina_assessment_outcome_json -",
                "warning ssd_assessment_factors.csv:2:3 cinf_assessment_factors_json -",
            ])
        let assessments = try #require(try extract.journey(of: "P1")).assessments
        #expect(assessments.map(\.body.outcome) == [.other, nil])
        #expect(assessments.map(\.body.factors) == [["1A"], nil])
    }

    @Test func `factors of an assessment that is not there are told`() {
        #expect(told("assessment-unknown") == ["warning ssd_assessment_factors.csv:3:0  -"])
    }

    @Test func `no diagnostic quotes anything but a code or a date`() throws {
        let name = "Somebody With A Name"
        let extract = try DatasetFixture.extract([
            "ssd_person": "pers_person_id,pers_dob,pers_sex\nP1,\(name),\(name)\n",
            "ssd_cin_visits": "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen\n"
                + "V1,P1,\(name),\(name)\nV2,P1,2026-01-01,\(name)\n",
            "ssd_contacts": "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n"
                + "C1,P1,2026-01-01,\(name)\n",
        ])
        #expect(extract.diagnostics.count >= 5)
        for diagnostic in extract.diagnostics { #expect(!"\(diagnostic)".contains("Somebody")) }
    }

    @Test func `a fault in every row is told a thousand times and counted in full`() throws {
        let rows = (1...1500).map { "V\($0),P\($0),2026-01-01,perhaps" }.joined(separator: "\n")
        let extract = try DatasetFixture.extract([
            "ssd_cin_visits": "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen\n" + rows
        ])
        #expect(extract.diagnostics.filter { $0.code == "flag-malformed" }.count == 1000)
        #expect(extract.diagnosticCounts["flag-malformed"] == 1500)
        #expect(try extract.persons.count == 1500)
    }
}
