import ChildJourney
import Diagnostics
import SafeguardingDataset
import Testing

private let day = DatasetFixture.day

@Suite struct SpellingTests {
    @Test func `files and columns are found whatever their case, order, prefix and byte order mark`() throws {
        let extract = try DatasetFixture.extract("valid-other-spellings")
        let journey = try #require(try extract.journey(of: "P1"))
        #expect(journey.person?.body == Person(bornOn: day("2019-05-04"), sex: "F"))
        #expect(extract.contents.tables.map(\.name) == ["ssd_person", "ssd_s47_enquiry"])
        #expect(extract.contents.tables.map(\.file) == ["PERSON.CSV", "ssd_development.SSD_S47_Enquiry.csv"])
    }

    @Test func `an enquiry's outcome is read from words, a JSON text, flags, a list and nested flags`() throws {
        let journey = try #require(try DatasetFixture.extract("valid-other-spellings").journey(of: "P1"))
        #expect(
            journey.enquiries.map(\.body.startedOn)
                == ["03", "04", "05", "06", "07", "08"].map { day("2026-\($0)-06") })
        #expect(
            journey.enquiries.map(\.body.outcome) == [
                .conference, .noFurtherAction, .monitor, .services, nil, .other,
            ])
        #expect(journey.enquiries.map(\.body.conferenceRequired) == [true, false, false, false, nil, nil])
    }

    @Test func `a column that is not of the dataset is told once, and words nobody foresaw with their place`() throws {
        let extract = try DatasetFixture.extract("valid-other-spellings")
        #expect(extract.diagnostics.filter { $0.code == "columns-unknown" }.map(\.location.file) == ["PERSON.CSV"])
        let words = try #require(extract.diagnostics.first { $0.code == "words-not-understood" })
        #expect(words.location.line == 7)
        #expect(words.location.column == 2)
        #expect(words.location.field == "s47e_s47_outcome_json")
        #expect(words.value == nil)
    }

    @Test(arguments: [
        ("", AllocationRole.lead), ("CW", .lead), ("16PLUS", .lead), ("Allocated Social Worker", .lead),
        ("Kate's worker", .lead), ("Case Manager", .lead), ("IRO", .other), ("Independent Reviewing Officer", .other),
        ("CP Chair", .other), ("Personal Adviser", .other), ("Personal advisor", .other), ("PA", .other),
        ("Parenting Practitioner", .lead), ("Family Support Worker", .other), ("Health Visitor", .other),
        ("KAPAD", .other), ("Secondary Social Worker", .second), ("Co-worker", .second),
    ])
    func `a role makes somebody the lead unless it says otherwise`(role: String, means: AllocationRole) throws {
        let extract = try DatasetFixture.extract([
            "ssd_involvements":
                "invo_involvements_id,invo_person_id,invo_involvement_start_date,invo_professional_role_id,"
                + "invo_professional_id\nI1,P1,2026-01-01,\(role),W1\n"
        ])
        #expect(try extract.journey(of: "P1")?.allocations.map(\.body.role) == [means])
    }

    @Test func `an involvement of a team with no worker is nobody's lead`() throws {
        let header = "invo_involvements_id,invo_person_id,invo_involvement_start_date,invo_professional_id\n"
        let extract = try DatasetFixture.extract([
            "ssd_involvements": header + "I1,P1,2026-01-01,-1\nI2,P1,2026-01-02,W1\n"
        ])
        #expect(try extract.journey(of: "P1")?.allocations.map(\.body.role) == [.other, .lead])
        #expect(extract.contents.told == [.allocations])
        let nobody = try DatasetFixture.extract(["ssd_involvements": header + "I1,P1,2026-01-01,\n"])
        #expect(nobody.contents.told == [])
    }

    @Test(arguments: [
        ("No Further Action", ContactOutcome.noFurtherAction), ("NFA", .noFurtherAction),
        ("Information and Advice", .advice), ("EH Referral", .earlyHelp), ("CIN Referral", .referral),
        ("{\"\"NFA_FLAG\"\": \"\"Y\"\", \"\"NEW_REFERRAL_FLAG\"\": \"\"Y\"\"}", .referral),
        ("{\"\"OUTCOME_OLA_CP_FLAG\"\": true}", .other), ("{\"\"SOMETHING_NEW_FLAG\"\": \"\"Y\"\"}", .other),
        ("{\"\"NFA_FLAG\"\": 1}", .noFurtherAction), ("Passed to the team next door", .other),
        ("{\"\"NFA_FLAG\"\": \"\"N\"\"}", nil), ("NULL", nil), ("[]", nil), ("null", nil),
    ])
    func `a contact's outcome is read in every shape`(cell: String, means: ContactOutcome?) throws {
        let extract = try DatasetFixture.extract([
            "ssd_contacts": "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n"
                + "C1,P1,2026-01-01,\"\(cell)\"\n"
        ])
        #expect(try extract.journey(of: "P1")?.contacts.map(\.body.outcome) == [means])
    }

    @Test(arguments: [
        ("Y", "", true), ("N", "", false), ("", "", nil), ("", "No Further Action", true),
        ("", "Step-down to Early Help", false), ("Y", "Assessment required", false), ("Y", "Other", true),
        ("N", "No Further Action", false),
    ])
    func `a referral is refused only where nothing says that something followed`(
        flag: String, outcome: String, refused: Bool?
    ) throws {
        let extract = try DatasetFixture.extract([
            "ssd_cin_episodes": "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,"
                + "cine_referral_outcome_json\nR1,P1,2026-01-01,\(flag),\(outcome)\n"
        ])
        #expect(try extract.journey(of: "P1")?.referrals.map(\.body.noFurtherAction) == [refused])
    }

    @Test(arguments: [
        ("RC7", "RC7"), ("rc8", "RC8"), ("RC5 - Transferred", "RC5"), ("Adopted", "RC1"), ("Died", "RC2"),
        ("Case closed after assessment, referred to early help", "RC9"), ("RC", "RC"),
    ])
    func `a reason for closing is a national code where one can be told`(cell: String, code: String) throws {
        let extract = try DatasetFixture.extract([
            "ssd_cin_episodes": "cine_referral_id,cine_person_id,cine_referral_date,cine_close_reason\n"
                + "R1,P1,2026-01-01,\"\(cell)\"\n"
        ])
        #expect(try extract.journey(of: "P1")?.referrals.map(\.body.closureReason) == [code])
    }

    @Test(arguments: [
        ("Neglect", "NEG"), ("Physical Abuse", "PHY"), ("Sexual abuse", "SAB"), ("EMO", "EMO"),
        ("Multiple: Neglect, Physical", "MUL"), ("Neglect, Emotional Abuse", "MUL"),
        ("Emotional Abuse, Neglect", "MUL"),
    ])
    func `a category of abuse is a national code, and two are the national multiple`(cell: String, code: String)
        throws
    {
        let extract = try DatasetFixture.extract([
            "ssd_cp_plans": "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_latest_category\n"
                + "PL1,P1,2026-01-01,\"\(cell)\"\n"
        ])
        #expect(try extract.journey(of: "P1")?.protectionPlans.map(\.body.latestCategory) == [code])
    }

    @Test func `a conference row makes its enquiry one that required a conference, whatever its outcome says`() throws {
        let extract = try DatasetFixture.extract([
            "ssd_s47_enquiry": "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date,s47e_s47_nfa\n"
                + "S1,P1,2026-01-01,Y\nS2,P1,2026-01-02,\nS3,P1,2026-01-03,Y\n",
            "ssd_initial_cp_conference": "icpc_icpc_id,icpc_person_id,icpc_s47_enquiry_id,icpc_icpc_target_date\n"
                + "I1,P1,S1,2026-01-22\nI2,P1,S2,\n",
        ])
        let journey = try #require(try extract.journey(of: "P1"))
        #expect(journey.enquiries.map(\.body.conferenceRequired) == [true, true, false])
        #expect(journey.conferences.map(\.body.plannedOn) == [day("2026-01-22"), nil])
        #expect(journey.conferences.map(\.body.heldOn) == [nil, nil])
    }
}
