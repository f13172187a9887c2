import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ConferenceNotCalledTests {
    private let code: ConcernCode = "conference-not-called"

    private func ended(_ outcome: EnquiryOutcome? = .conference, on day: Day? = "2026-03-20", closed: Day? = nil)
        -> Child
    {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03", closed: closed)
        ada.enquired("2026-03-03", ended: day, outcome, conference: true, referral: referral)
        return ada
    }

    @Test func `risk goes on and nobody has called a conference`() throws {
        let concern = try Check(ended()).only(code)
        #expect(concern.onset == "2026-03-20")
        #expect(concern.due == nil)
        #expect(concern.daysOver(on: "2026-03-20") == 1)
        #expect(concern.about.key == "section-47-enquiry:2026-03-03")
        #expect(concern.level(on: "2026-03-20") == 1)
    }

    @Test(arguments: [.services, .noFurtherAction, .other, nil] as [EnquiryOutcome?])
    func `another outcome calls for none`(outcome: EnquiryOutcome?) {
        #expect(Check(ended(outcome)).found(code).isEmpty)
    }

    @Test(
        arguments: [
            (nil, "2026-03-24", false), ("2026-04-01", nil, false), ("2026-03-02", nil, true), (nil, nil, false),
        ] as [(Day?, Day?, Bool)])
    func `one recorded for it, held or only planned, is called`(held: Day?, planned: Day?, fires: Bool) {
        var ada = ended()
        ada.conferred(held, planned: planned)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `a review conference is not the conference it calls for`() {
        var ada = ended()
        ada.conferred("2026-04-01", kind: .review)
        #expect(Check(ada).found(code).count == 1)
    }

    @Test func `an outcome without the day it was decided is no all clear`() {
        let check = Check(ended(on: nil))
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code).count == 1)
        #expect(check.found("conference-late").count == 1)
    }

    @Test(arguments: [("2026-03-20", false), ("2026-03-21", true)] as [(Day, Bool)])
    func `closing ends it`(closed: Day, fires: Bool) {
        #expect(Check(ended(closed: closed)).found(code).isEmpty != fires)
    }

    @Test func `a census does not say what enquiries found, and so cannot say`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }

    private func asked(_ agreed: Bool? = true, on answered: Day? = "2026-03-04") -> Child {
        var ada = Child.ada
        var raised = Escalation(on: "2026-03-02", by: .partner, to: "ana", what: "A conference")
        (raised.wantsConference, raised.isBackedBySenior) = (true, true)
        (raised.answeredOn, raised.isAgreed) = (answered, agreed)
        ada.add(raised)
        return ada
    }

    @Test(
        arguments: [
            (nil, "2026-03-26", nil), ("2026-03-25", nil, nil), ("2026-03-26", "2026-03-26", "2026-03-26"),
            ("2026-03-03", nil, nil), ("2026-02-27", "2026-03-26", nil),
        ] as [(Day?, Day?, Day?)])
    func `a conference that was agreed is held within 15 working days of the agreement`(
        held: Day?, onset: Day?, cleared: Day?
    ) {
        var ada = asked()
        if let held { ada.conferred(held) }
        let found = Check(ada, .record).found(code, limb: "agreed")
        #expect(found.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(found.compactMap(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `one only planned is not held, and one refused or agreed late stands as it was asked for`() {
        var ada = asked()
        ada.conferred(nil, planned: "2026-03-20")
        #expect(Check(ada, .record).standing(code, on: "2026-04-01").map(\.limb) == ["agreed"])
        for child in [asked(false), asked(true, on: "2026-03-05")] {
            #expect(Check(child, .record).found(code).map(\.limb) == ["requested"])
        }
    }
}
