import CINCensus
import ChildJourney
import FileFormats
import Testing
import WorkingDays

@Suite struct `Writing a census` {
    private func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    private func text(_ journey: Journey, to referenceDay: String = "2026-03-31") throws -> String {
        let output = ByteWriter()
        let writer = CensusWriter(
            XMLWriter(output, indented: false), council: "999", referenceDay: day(referenceDay), software: "a test")
        writer.write(journey, of: "Invented-1")
        try writer.finish()
        return String(decoding: output.bytes, as: UTF8.self)
    }

    /// A child on a protection plan since before the year, with what ended before it.
    private var journey: Journey {
        var journey = Journey()
        journey.add(
            Person(bornOn: day("2015-06-01"), sex: "F", ethnicity: "WBRI", pupilNumberUnknown: "UN3"), id: "person")
        journey.add(Referral(receivedOn: day("2024-11-04"), source: "6", primaryNeed: "N1"), id: "r1")
        journey.add(
            Assessment(referral: "r1", kind: .single, startedOn: day("2024-11-05"), authorisedOn: day("2025-01-06")),
            id: "a1")
        journey.add(
            Assessment(referral: "r1", kind: .single, startedOn: day("2025-03-20"), authorisedOn: day("2025-04-30")),
            id: "a2")
        journey.add(
            Section47Enquiry(
                referral: "r1", startedOn: day("2025-01-13"), endedOn: day("2025-01-20"), conferenceRequired: true,
                outcome: .conference), id: "e1")
        journey.add(
            Conference(kind: .initial, referral: "r1", enquiry: "e1", heldOn: day("2025-01-30")), id: "c1")
        journey.add(
            ChildProtectionPlan(
                referral: "r1", startedOn: day("2025-01-30"), initialCategory: "NEG", latestCategory: "NEG",
                previousPlans: 1), id: "p1")
        journey.add(PlanReview(plan: "p1", heldOn: day("2025-03-28")), id: "w1")
        journey.add(PlanReview(plan: "p1", heldOn: day("2025-09-12")), id: "w2")
        journey.arrange()
        return journey
    }

    @Test func `what is written reads back, without what ended before the year`() throws {
        let file = try CensusFixture(text: text(journey))
        #expect(file.diagnostics.isEmpty)
        #expect(file.header == CensusHeader(council: "999", year: 2026, referenceDay: day("2026-03-31")))
        let read = try #require(file.children.first).journey
        #expect(read.person?.bornOn == day("2015-06-01"))
        #expect(read.assessments.map(\.startedOn) == [day("2025-03-20")])
        #expect(read.enquiries.isEmpty)
        #expect(read.protectionPlans.map(\.previousPlans) == [1])
        #expect(read.planReviews.compactMap(\.heldOn) == [day("2025-09-12")])
    }

    @Test func `a year that is over is written as it was known then`() throws {
        let read = try #require(CensusFixture(text: text(journey, to: "2025-03-31")).children.first).journey
        #expect(read.assessments.map(\.authorisedOn) == [day("2025-01-06"), nil])
        #expect(read.enquiries.map(\.conferenceRequired) == [true])
        #expect(read.conferences.compactMap(\.heldOn) == [day("2025-01-30")])
        #expect(read.planReviews.compactMap(\.heldOn) == [day("2025-03-28")])
    }

    @Test(arguments: [
        ("2025-03-31", "2025-06-02", true, "a referral with no further action, before the year", false),
        ("2025-04-01", "2025-04-01", true, "a referral with no further action, in the year", true),
        ("2025-01-06", "2025-03-31", false, "closed the day before the year", false),
        ("2025-01-06", "2025-04-01", false, "closed on the first day of the year", true),
        ("2026-04-01", "2026-05-01", false, "received after the year", false),
    ])
    func `a child is in the census of a year in which a referral came or an episode was open`(
        received: String, closed: String, isNoFurtherAction: Bool, _ words: String, isWritten: Bool
    ) throws {
        var journey = Journey()
        journey.add(Person(bornOn: day("2015-06-01")), id: "person")
        journey.add(
            Referral(
                receivedOn: day(received), noFurtherAction: isNoFurtherAction,
                closedOn: isNoFurtherAction ? nil : day(closed), closureReason: isNoFurtherAction ? nil : "RC7"),
            id: "r1")
        #expect(try text(journey).contains("Invented-1") == isWritten, Comment(rawValue: words))
    }

    @Test(arguments: [("2024-03-31", "<GenderCurrent>2</GenderCurrent>"), ("2025-03-31", "<Sex>F</Sex>")])
    func `the sex of a child is written as the year asks`(referenceDay: String, written: String) throws {
        var journey = Journey()
        journey.add(Person(bornOn: day("2015-06-01"), sex: "F"), id: "person")
        journey.add(Referral(receivedOn: day("2023-05-02"), source: "6"), id: "r1")
        #expect(try text(journey, to: referenceDay).contains(written))
    }

    @Test func `steps before proceedings are written from 2026-27 on`() throws {
        var journey = Journey()
        journey.add(Person(bornOn: day("2015-06-01"), sex: "F"), id: "person")
        journey.add(Referral(receivedOn: day("2025-05-02"), source: "6"), id: "r1")
        journey.add(
            PreProceedings(referral: "r1", startedOn: day("2026-03-02"), letterSentOn: day("2026-04-20")), id: "x")
        #expect(try !text(journey, to: "2026-03-31").contains("PreProceedings"))
        #expect(try text(journey, to: "2027-03-31").contains("<LBPSentDate>2026-04-20</LBPSentDate>"))
    }
}
