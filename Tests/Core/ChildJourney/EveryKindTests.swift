import ChildJourney
import Foundation
import Testing
import WorkingDays

@Suite struct EveryKindTests {
    @Test func `every kind is registered once, and has a sample`() {
        #expect(EntryRegister.bodies.map { $0.kind.rawValue }.sorted() == RecordKind.allCases.map(\.rawValue).sorted())
        #expect(
            Samples.full.map { type(of: $0).kind.rawValue }.sorted() == RecordKind.allCases.map(\.rawValue).sorted())
        for kind in RecordKind.allCases { #expect(EntryRegister.body(of: kind)?.kind == kind) }
    }

    @Test(arguments: Samples.full.indices)
    func `a record is read back as it was written, and folds into its own place`(index: Int) throws {
        try roundTrip(Samples.full[index])
    }

    @Test(arguments: Samples.bare.indices)
    func `a record with every blank left blank is read back with its blanks`(index: Int) throws {
        try roundTrip(Samples.bare[index])
    }

    private func roundTrip<Body: EntryBody>(_ body: Body) throws {
        let stored = try JSONEncoder().encode(body)
        let back = try JSONDecoder().decode(Body.self, from: stored)
        #expect(back == body)
        var journey = Journey()
        journey.add(back, id: "only", place: 7)
        journey.arrange()
        let isOfNoChild = Samples.ofNoChild.union([.worker, .team, .workerAbsence, .workingPattern, .reviewGate])
            .contains(Body.kind)
        #expect(journey.records.count == (isOfNoChild ? 0 : 1))
        if let record = journey.records.first {
            #expect(record.id == "only")
            #expect(record.place == 7)
            #expect(record.body as? Body == body)
        }
    }

    @Test func `kinds are read as words, with the section of the Act as a number`() {
        #expect(RecordKind.childProtectionPlan.words == "child protection plan")
        #expect(RecordKind.section47Enquiry.words == "section 47 enquiry")
    }

    @Test func `pre-proceedings begin with the first thing that happened`() {
        #expect(PreProceedings(letterSentOn: "2026-03-03", firstMeetingOn: "2026-02-03").firstDay == "2026-02-03")
        #expect(PreProceedings(familyMeetingOffered: true).firstDay == nil)
    }

    @Test(arguments: [(nil, false), ("", false), ("SW123", true)])
    func `only a registration number makes a worker qualified`(registration: String?, isQualified: Bool) {
        #expect(Worker(registration: registration, jobTitle: "Social worker").isQualified == isQualified)
    }
}
