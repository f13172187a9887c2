import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// The two limbs of `closed-too-soon` that look at whether the child was seen, and at what stood the day before.
@Suite struct ClosedUnseenTests {
    private let code: ConcernCode = "closed-too-soon"

    private func closed(_ on: Day = "2026-04-30", born: Day? = "2015-05-04", expected: Day? = nil) -> Child {
        var ada = Child("Ada", born: born, expected: expected)
        ada.referred("2025-12-01", need: "N2", closed: on)
        ada.led(by: "W1", "2025-12-01")
        ada.assessed("2025-12-02", authorised: "2026-01-05", seen: true)
        return ada
    }

    @Test(
        arguments: [
            // Closed on Thursday 30 April: the twentieth working day back, that one included, is 1 April.
            ("2026-04-30", "2026-03-31", true), ("2026-04-30", "2026-04-01", false),
            ("2026-04-30", "2026-04-30", false),
            ("2026-04-30", "2026-05-01", true),
            // Closed on a Sunday.
            ("2026-05-03", "2026-04-01", true), ("2026-05-03", "2026-04-02", false),
        ] as [(Day, Day, Bool)])
    func `not seen in the 20 working days up to and including closing`(closed on: Day, seen: Day, fires: Bool) {
        var ada = closed(on)
        ada.visited(seen, .other)
        #expect(Check(ada).found(code, limb: "child-unseen").isEmpty != fires)
    }

    @Test func `a visit that does not say the child was seen is no sighting`() throws {
        var ada = closed()
        ada.visited("2026-04-28", .childInNeed, seen: nil)
        ada.visited("2026-04-29", .childInNeed, seen: false)
        let concern = try Check(ada).only(code)
        #expect(concern.limb == "child-unseen")
        #expect(concern.onset == "2026-04-30")
    }

    @Test func `an assessment that began inside the time and saw the child counts`() {
        var ada = closed()
        ada.assessed("2026-04-01", authorised: "2026-04-20", seen: true)
        #expect(Check(ada).found(code, limb: "child-unseen").isEmpty)
    }

    @Test(arguments: [("2026-03-31", true), ("2026-04-01", false), (nil, false)] as [(Day?, Bool)])
    func `one that only overlaps it leaves the question open`(authorised: Day?, fires: Bool) {
        var ada = Child.ada
        ada.referred("2026-03-03", need: "N2", closed: "2026-04-30")
        ada.led(by: "W1", "2026-03-03")
        ada.assessed("2026-03-05", authorised: authorised, seen: true)
        let check = Check(ada)
        #expect(check.found(code, limb: "child-unseen").isEmpty != fires)
        #expect(check.unchecked(code, limb: "child-unseen").isEmpty == fires)
    }

    @Test func `an unborn child is not asked about until the day of birth is past`() {
        #expect(Check(closed(born: nil, expected: "2028-06-01")).found(code).isEmpty)
        #expect(Check(closed(born: "2026-05-01")).found(code).isEmpty)
        #expect(!Check(closed(born: "2026-04-30")).found(code).isEmpty)
    }

    @Test func `a birth expected and never recorded is no answer`() {
        let check = Check(closed(born: nil, expected: "2026-01-10"))
        #expect(!check.unchecked(code, limb: "child-unseen").isEmpty)
    }

    @Test func `closed while nobody had decided on an enquiry`() throws {
        var ada = closed()
        ada.visited("2026-04-28", .childInNeed)
        ada.enquired("2026-04-01")
        let concern = try Check(ada).only(code)
        #expect(concern.limb == "concern-stood")
        #expect(concern.evidence.contains { $0.kind == .section47Enquiry })
    }

    @Test func `an enquiry begun the day before its referral was received hangs on it all the same`() throws {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03", need: "N2", closed: "2026-04-30")
        ada.led(by: "W1", "2026-03-03")
        ada.assessed("2026-03-03", authorised: "2026-04-10", referral: referral)
        ada.enquired("2026-03-02", referral: referral)
        ada.visited("2026-03-20", .childInNeed)
        ada.visited("2026-04-16", .childInNeed)
        #expect(try Check(ada).only(code).limb == "concern-stood")
    }

    @Test func `what hangs on another referral does not count against this one`() {
        var ada = closed()
        ada.visited("2026-04-28", .childInNeed)
        let other = ada.referred("2026-03-20", need: "N2")
        ada.enquired("2026-03-20", referral: other)
        #expect(Check(ada).found(code, limb: "concern-stood").isEmpty)
    }

    @Test func `what only begins on the closing day did not stand the day before`() {
        var ada = closed()
        ada.visited("2026-04-28", .childInNeed)
        // Due on 29 April, so its onset would be the closing day.
        ada.enquired("2026-04-08")
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test func `a source that dates visits but never says seen still answers for what stood`() throws {
        var ada = closed()
        ada.enquired("2026-04-01")
        let check = Check(ada, .extract(without: [.inNeedVisitSeen, .protectionVisitSeen]))
        #expect(try check.only(code).limb == "concern-stood")
        #expect(check.blind.filter { $0.code == code }.map(\.limb) == ["child-unseen"])
    }
}
