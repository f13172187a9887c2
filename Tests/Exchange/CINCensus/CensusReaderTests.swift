import CINCensus
import ChildJourney
import Diagnostics
import FileFormats
import Testing
import WorkingDays

@Suite struct `Reading a census` {
    @Test func `a namespaced file of 2026-27 with several reviews and a pre-proceedings block reads whole`() throws {
        let file = try CensusFixture("valid-namespaced-2026-27.xml")
        #expect(file.header == CensusHeader(council: "999", year: 2027, referenceDay: Day(iso: "2027-03-31")))
        let journey = try #require(file.children.first).journey
        #expect(journey.person?.sex == "F")
        #expect(journey.disabilities.isEmpty)
        #expect(journey.referrals.map(\.id.text) == ["2026-05-05"])
        #expect(journey.assessments.first?.factors == ["3B", "16A"])
        #expect(journey.assessments.first?.referral == "2026-05-05")
        #expect(journey.enquiries.first?.conferenceRequired == true)
        #expect(journey.conferences.first?.enquiry == journey.enquiries.first?.id)
        #expect(journey.protectionPlans.first?.previousPlans == 0)
        #expect(journey.planReviews.compactMap(\.heldOn) == [Day(iso: "2026-08-20"), Day(iso: "2027-02-10")])
        #expect(journey.preProceedings.first?.reviewMeetings == 2)
        #expect(file.diagnostics.isEmpty)
    }

    @Test func `text beside elements belongs to no element, and GenderCurrent is read as well as Sex`() throws {
        let file = try CensusFixture("valid-mixed-content.xml")
        let person = try #require(file.children.first?.journey.person)
        #expect(person.bornOn == Day(iso: "1965-03-27"))
        #expect(person.sex == "1")
        #expect(person.pupilNumberUnknown == "UN3")
        #expect(file.diagnostics.map(\.code) == ["date-implausible"])
    }

    @Test func `each bad value is a diagnostic with its place, and the children still load`() throws {
        let file = try CensusFixture("malformed-values.xml")
        #expect(file.children.map(\.id) == ["Invented-1", "Invented-2"])
        let found = file.diagnostics.map { "\($0.code) \($0.location.field) \($0.location.line)" }
        #expect(
            found == [
                "date-malformed PersonBirthDate 5", "code-unknown Sex 5", "code-unknown ReferralSource 8",
                "date-implausible CINclosureDate 9", "date-malformed AssessmentActualStartDate 10",
                "group-without-date AssessmentActualStartDate 10", "yes-no-malformed ReferralNFA 11",
            ])
        #expect(file.diagnostics.allSatisfy { $0.location.file == "malformed-values.xml" })
        #expect(file.diagnostics[1].location.column > 1)
        let referral = try #require(file.children.first?.journey.referrals.first)
        #expect(referral.closedOn == nil)
        #expect(referral.noFurtherAction == nil)
        #expect(file.unreadable.map(\.group) == ["Assessments"])
    }

    @Test(arguments: ["\n", "\r\n", ""])
    func `a group that cannot be placed is kept with its text, however the lines end`(ending: String) throws {
        let text = [
            "<Message><Header/><Children>",
            "<Child><ChildIdentifiers><LAchildID>a</LAchildID></ChildIdentifiers><CINdetails>",
            "<CINreferralDate>2026-01-05</CINreferralDate>",
            "<Assessments><AssessmentActualStartDate>2026-01-06</AssessmentActualStartDate></Assessments>",
            "<!-- <Assessments> --><Assessments>", "<AssessmentActualStartDate>31/02/2026</AssessmentActualStartDate>",
            "<AssessmentAuthorisationDate>2026-02-01</AssessmentAuthorisationDate></Assessments>",
            "<Section47><S47ActualStartDate>?&amp;</S47ActualStartDate><Odd>x</Odd></Section47>",
            "</CINdetails></Child></Children></Message>",
        ].joined(separator: ending)
        let file = try CensusFixture(text: text)
        #expect(file.unreadable.map(\.group) == ["Assessments", "Section47"])
        let texts = try CensusGroupTexts.read(file.unreadable, from: MemoryBytes(text))
        #expect(
            texts == [
                "<Assessments><AssessmentActualStartDate>31/02/2026</AssessmentActualStartDate>\n"
                    + "<AssessmentAuthorisationDate>2026-02-01</AssessmentAuthorisationDate>\n</Assessments>\n",
                "<Section47><S47ActualStartDate>?&amp;</S47ActualStartDate>\n<Unknown>x</Unknown>\n</Section47>\n",
            ])
    }

    @Test func `a birth date is never quoted in a diagnostic`() throws {
        let file = try CensusFixture("malformed-values.xml")
        #expect(file.diagnostics.first?.value == nil)
    }

    @Test func `an episode whose own date comes last still owns its groups`() throws {
        let file = try CensusFixture(
            text: """
                <Message><Children><Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers><CINdetails>
                <Assessments><AssessmentActualStartDate>2026-01-06</AssessmentActualStartDate></Assessments>
                <CINreferralDate>2026-01-05</CINreferralDate></CINdetails></Child></Children></Message>
                """)
        #expect(file.children.first?.journey.assessments.first?.referral == "2026-01-05")
    }

    @Test func `groups of an episode without a date are kept, and hang on nothing`() throws {
        let file = try CensusFixture(
            text: """
                <Message><Children><Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers><CINdetails>
                <CINreferralDate>soon</CINreferralDate>
                <Section47><S47ActualStartDate>2026-01-06</S47ActualStartDate></Section47></CINdetails></Child></Children></Message>
                """)
        let journey = try #require(file.children.first).journey
        #expect(journey.referrals.isEmpty)
        #expect(journey.enquiries.count == 1)
        #expect(journey.enquiries.first?.referral == nil)
    }

    @Test func `two plans begun on the same day are two records`() throws {
        let plan = "<ChildProtectionPlans><CPPstartDate>2026-02-17</CPPstartDate></ChildProtectionPlans>"
        let file = try CensusFixture(
            text: """
                <Message><Children><Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers><CINdetails>
                <CINreferralDate>2026-01-05</CINreferralDate>\(plan)\(plan)</CINdetails></Child></Children></Message>
                """)
        #expect(file.children.first?.journey.protectionPlans.map(\.id.text) == ["2026-02-17", "2026-02-17/2"])
    }

    @Test func `a conference date beside the enquiries is told apart from one inside`() throws {
        let file = try CensusFixture(
            text: """
                <Message><Children><Child><ChildIdentifiers><LAchildID>A</LAchildID></ChildIdentifiers><CINdetails>
                <CINreferralDate>2026-01-05</CINreferralDate><DateOfInitialCPC>2026-01-20</DateOfInitialCPC>
                <Section47><S47ActualStartDate>2026-01-06</S47ActualStartDate><ICPCnotRequired>false</ICPCnotRequired></Section47>
                </CINdetails></Child></Children></Message>
                """)
        let journey = try #require(file.children.first).journey
        #expect(journey.conferences.first?.enquiry == nil)
        #expect(journey.enquiries.first?.conferenceRequired == true)
    }

    @Test(arguments: [
        ("", "xml-empty"), ("not a census", "xml-not-xml"), ("<Message><Children><Child>", "xml-cut-off"),
        ("<html><body/></html>", "xml-not-xml"), ("<Message><Header/></Message>", "xml-not-xml"),
        ("<!DOCTYPE Message [<!ENTITY a \"b\">]><Message><Children/></Message>", "xml-entity-declared"),
        ("<!DOCTYPE Message [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Message>&a;</Message>", "xml-entity-declared"),
    ])
    func `a file that is not a census has one clear failure`(text: String, code: String) throws {
        let failure = #expect(throws: FileFailure.self) { try CensusFixture(text: text) }
        #expect(failure?.code.rawValue == code)
    }
}
