import ChildJourney
import SafeguardingDataset
import Testing

private let day = DatasetFixture.day

/// The fixture holds one row or two of each table, as one case system's scripts fill it.
@Suite struct TableMappingTests {
    private let extract: DatasetExtract
    private let journey: Journey

    init() throws {
        extract = try DatasetFixture.extract("valid-every-table")
        journey = try #require(try extract.journey(of: "P1"))
    }

    @Test func `nothing is wrong with an extract as the scripts make it`() throws {
        _ = try extract.persons
        #expect(extract.diagnostics == [])
        #expect(try extract.unreadableRows == [])
    }

    @Test func `a person has names, codes and dates, and a blank is nothing`() throws {
        #expect(
            journey.person?.body
                == Person(
                    forename: "Robin", surname: "Exemplar", bornOn: day("2019-05-04"), sex: "F", genderIdentity: "02",
                    ethnicity: "WBRI", uniquePupilNumber: "A123456789012", pupilNumberUnknown: "UN1",
                    nationality: "GB"))
        #expect(journey.person?.id == "P1")
        #expect(try extract.journey(of: "P2")?.person?.body == Person(expectedOn: day("2026-06-01")))
    }

    @Test func `a disability, an address, a family and a mother are the child's`() {
        #expect(journey.disabilities.map(\.body) == [Disability(code: "AUT")])
        #expect(
            journey.addresses.map(\.body) == [
                Address(
                    kind: "HOME", postcode: "ZZ1 1ZZ", text: "12, Invented \"Row\", Nowhere", from: day("2024-01-02"))
            ])
        #expect(journey.familyLinks.map(\.body) == [FamilyLink(family: "FAM9")])
        #expect(journey.relationships.map(\.body) == [Relationship(other: "P9", kind: "mother")])
    }

    @Test func `contacts stand in order of day, and one without an outcome has none`() {
        #expect(
            journey.contacts.map(\.body) == [
                Contact(receivedOn: day("2026-02-02"), source: "2A"),
                Contact(receivedOn: day("2026-03-02"), source: "6", outcome: .referral),
            ])
        #expect(journey.contacts.map(\.id) == ["C2", "C1"])
    }

    @Test func `early help is told from start to end`() {
        #expect(
            journey.earlyHelpEpisodes.map(\.body) == [
                EarlyHelpEpisode(
                    startedOn: day("2025-01-06"), endedOn: day("2025-06-06"), reason: "Parenting",
                    endReason: "Step-up",
                    organisation: "Family hub", worker: "W2")
            ])
    }

    @Test func `a referral is a row of ssd_cin_episodes, and a key of -1 points nowhere`() throws {
        #expect(
            journey.referrals.map(\.body) == [
                Referral(
                    receivedOn: day("2026-03-03"), source: "6", primaryNeed: "N1", noFurtherAction: false,
                    closedOn: day("2026-09-30"), closureReason: "RC8", team: "T1", worker: "W1")
            ])
        #expect(
            try extract.journey(of: "P2")?.referrals.map(\.body) == [
                Referral(receivedOn: day("2026-03-04"), noFurtherAction: true)
            ])
    }

    @Test func `an involvement is an allocation, and a reviewing officer's is not the lead's`() {
        #expect(
            journey.allocations.map(\.body) == [
                Allocation(worker: "W1", team: "T1", role: .lead, from: day("2026-03-04"), changeReason: "FCONTA"),
                Allocation(worker: "W2", role: .other, from: day("2026-03-05")),
            ])
    }

    @Test func `an assessment has the factors of the table that names it`() {
        #expect(
            journey.assessments.map(\.body) == [
                Assessment(
                    referral: "R1", kind: .unspecified, startedOn: day("2026-03-05"), authorisedOn: day("2026-04-20"),
                    childSeen: true, outcome: .other, noFurtherAction: false, factors: ["1B", "3B", "16A"],
                    team: "T1",
                    worker: "W1")
            ])
    }

    @Test func `an enquiry that ended in a conference required one`() {
        #expect(
            journey.enquiries.map(\.body) == [
                Section47Enquiry(
                    referral: "R1", startedOn: day("2026-03-06"), endedOn: day("2026-03-20"),
                    conferenceRequired: true,
                    outcome: .conference, team: "T1", worker: "W1")
            ])
    }

    @Test func `a conference that was held names its enquiry, referral and plan`() {
        #expect(
            journey.conferences.map(\.body) == [
                Conference(
                    kind: .initial, referral: "R1", enquiry: "S1", plan: "PL1", heldOn: day("2026-03-26"),
                    decidedPlan: true)
            ])
    }

    @Test func `categories of abuse in words become national codes`() {
        #expect(
            journey.protectionPlans.map(\.body) == [
                ChildProtectionPlan(
                    referral: "R1", conference: "IC1", startedOn: day("2026-03-26"), initialCategory: "NEG",
                    latestCategory: "EMO")
            ])
    }

    @Test func `a review is due, held, quorate, and goes on or not`() {
        #expect(
            journey.planReviews.map(\.body) == [
                PlanReview(
                    plan: "PL1", dueOn: day("2026-06-26"), heldOn: day("2026-06-24"), quorate: true, continues: true,
                    participation: "PN1")
            ])
    }

    @Test func `visits come from three tables, each with its purpose`() {
        #expect(
            journey.visits.map(\.body) == [
                Visit(
                    on: day("2026-04-01"), purpose: .childProtectionPlan, plan: "PL1", seen: true, seenAlone: false,
                    bedroomSeen: true),
                Visit(on: day("2026-05-01"), purpose: .childInNeed, seen: false),
                Visit(on: day("2026-06-01"), purpose: .care, seen: true, seenAlone: true),
            ])
        #expect(journey.visits.map(\.id) == ["V1", "V2", "V3"])
    }

    @Test func `plans, care, legal status, missing and pre-proceedings are told`() {
        #expect(
            journey.inNeedPlans.map(\.body) == [
                ChildInNeedPlan(
                    referral: "R1", startedOn: day("2026-04-21"), endedOn: day("2026-08-01"), team: "T1", worker: "W1"
                )
            ])
        #expect(
            journey.careEpisodes.map(\.body) == [
                CareEpisode(
                    beganOn: day("2026-05-20"), ceasedOn: day("2026-08-20"), ceasedReason: "E4A", primaryNeed: "N1",
                    referral: "R1")
            ])
        #expect(
            journey.legalStatuses.map(\.body) == [
                LegalStatus(code: "V2", from: day("2026-05-20"), until: day("2026-08-20"))
            ])
        #expect(
            journey.casework.immigrationStatuses.map(\.body) == [
                ImmigrationStatus(
                    status: "Unaccompanied Asylum Seeking Child", from: day("2026-05-20"), until: day("2026-08-20"))
            ])
        #expect(
            journey.missingEpisodes.map(\.body) == [
                MissingEpisode(kind: .away, from: day("2026-05-05"), until: day("2026-05-06"), interviewOffered: true)
            ])
        #expect(
            journey.preProceedings.map(\.body) == [
                PreProceedings(
                    startedOn: day("2026-07-01"), letterSentOn: day("2026-07-03"), firstMeetingOn: day("2026-07-15"),
                    reviewMeetings: 2, stepDecidedOn: day("2026-09-01"), outcome: "Decision to step down")
            ])
    }

    @Test func `workers and teams stand in the workforce`() {
        #expect(
            extract.workforce.workers["W1"]
                == Worker(
                    staffNumber: "S1", name: "Alex Sample", registration: "SW123456", agency: false,
                    jobTitle: "Social Worker", department: "T1"))
        #expect(extract.workforce.workers["W2"]?.isQualified == false)
        #expect(extract.workforce.teams == ["T1": Team(name: "Assessment North", parent: "T0")])
    }

    @Test func `a person's records come with their places in the extract, each once`() throws {
        let person = try #require(try extract.persons.first { $0.id == "P1" })
        #expect(person.records.count == 25)
        #expect(Set(person.records.map(\.place)).count == 25)
        #expect(person.records.map(\.place) == person.records.map(\.place).sorted())
    }

    @Test func `a zip says what its folder says`() throws {
        let zip = try DatasetFixture.extract("valid-every-table.zip")
        #expect(zip.name == "valid-every-table.zip")
        #expect(zip.contents == extract.contents)
        #expect(try zip.journey(of: "P1")?.datasetLines == journey.datasetLines)
    }
}
