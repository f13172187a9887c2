import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ReferralUnownedTests {
    private let code: ConcernCode = "referral-unowned"

    @Test(
        arguments: [
            ("2026-03-03", "2026-03-03", nil), ("2026-03-03", "2026-03-04", nil),
            ("2026-03-03", "2026-03-05", "2026-03-05"),
            ("2026-03-06", "2026-03-09", nil), ("2026-03-06", "2026-03-10", "2026-03-10"),
            ("2026-04-02", "2026-04-07", nil), ("2026-04-02", "2026-04-08", "2026-04-08"),
            ("2026-12-24", "2026-12-29", nil), ("2026-12-24", "2026-12-30", "2026-12-30"),
        ] as [(Day, Day, Day?)])
    func `a lead named by the end of the next working day is in time`(received: Day, led: Day, onset: Day?) throws {
        var ada = Child.ada
        ada.referred(received)
        ada.led(by: "W1", led)
        let check = Check(ada, workers: ["W1": Worker()])
        guard let onset else { return #expect(check.found(code).isEmpty) }
        let concern = try check.only(code)
        #expect(concern.onset == onset)
        #expect(concern.due == onset - 1)
        #expect(concern.clearedOn == led)
        #expect(!concern.stands(on: led))
        #expect(concern.about.key == "referral:\(received)")
        #expect(concern.level(on: onset) == 1)
    }

    @Test func `a child nobody holds stands until somebody does`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        let concern = try Check(ada).only(code)
        #expect(concern.stands(on: "2026-03-05"))
        #expect(!concern.stands(on: "2026-03-04"))
        #expect(concern.daysOver(on: "2026-03-05") == 1)
        #expect(concern.stands(on: "2027-12-31"))
    }

    @Test func `a second worker or an adviser is not a lead`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.led(by: "W1", "2026-03-03", as: .second)
        ada.led(by: "W2", "2026-03-03", as: .other)
        #expect(Check(ada).found(code).count == 1)
    }

    @Test(arguments: [("2026-03-02", true), ("2026-03-03", false), (nil, false)] as [(Day?, Bool)])
    func `a lead who held the child already counts only while it runs`(until: Day?, fires: Bool) {
        var ada = Child.ada
        ada.led(by: "W1", "2025-01-06", until: until)
        ada.referred("2026-03-03")
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test(arguments: [("2026-03-05", false), ("2026-03-06", true)] as [(Day, Bool)])
    func `a referral closed by the onset never becomes a concern`(closed: Day, fires: Bool) {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: closed)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test(arguments: [(true, false), (false, true), (nil, true)] as [(Bool?, Bool)])
    func `only a referral on which nothing followed needs no lead`(nfa: Bool?, fires: Bool) {
        var ada = Child.ada
        ada.referred("2026-03-03", nfa: nfa)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `a source without allocations cannot say`() {
        var ada = Child.ada
        ada.referred("2026-03-03")
        let check = Check(ada, .census)
        #expect(check.found(code).isEmpty)
        #expect(check.blind.contains { $0.code == code && $0.because.contains("who held the child") })
    }
}

@Suite struct ReferralUnqualifiedTests {
    private let workers = ["SW": Worker(registration: "SW1"), "FSW": Worker()]

    @Test(
        arguments: [
            // harm, enquiry, lead; found, not checkable
            (true, nil, "FSW", 1, false), (true, nil, "SW", 0, false), (nil, nil, "FSW", 0, false),
            (nil, "2026-03-10", "FSW", 1, false), (true, nil, "nobody knows", 0, true),
        ] as [(Bool?, Day?, String, Int, Bool)])
    func `where harm is alleged or an enquiry begins the lead is registered`(
        harm: Bool?, enquiry: Day?, lead: String, found: Int, isUnknown: Bool
    ) {
        var ada = Child.ada
        ada.referred("2026-03-03", harm: harm)
        ada.led(by: lead, "2026-03-03")
        if let enquiry { ada.enquired(enquiry) }
        let check = Check(ada, .record, workers: workers)
        #expect(check.found("referral-unowned", limb: "qualified").count == found)
        #expect(check.unchecked("referral-unowned", limb: "qualified").isEmpty != isUnknown)
    }
}
