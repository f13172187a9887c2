import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ReferralUndecidedTests {
    private let code: ConcernCode = "referral-undecided"

    @Test(
        arguments: [
            ("2026-03-03", "2026-03-03", nil), ("2026-03-03", "2026-03-04", nil),
            ("2026-03-03", "2026-03-05", "2026-03-05"),
            // Friday to Monday; Maundy Thursday to the Tuesday after Easter.
            ("2026-03-06", "2026-03-09", nil), ("2026-03-06", "2026-03-10", "2026-03-10"),
            ("2026-04-02", "2026-04-07", nil), ("2026-04-02", "2026-04-08", "2026-04-08"),
        ] as [(Day, Day, Day?)])
    func `a decision by the end of the next working day is in time`(received: Day, decided: Day, onset: Day?) throws {
        var ada = Child.ada
        ada.add(Referral(receivedOn: received, noFurtherAction: false, decidedOn: decided))
        let check = Check(ada, .record)
        guard let onset else { return #expect(check.found(code).isEmpty) }
        let concern = try check.only(code)
        #expect(concern.onset == onset && concern.clearedOn == decided)
    }

    @Test func `a referral nobody decides stands, and no file is asked about it`() throws {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03"))
        #expect(try Check(ada, .record).only(code).stands(on: "2026-12-31"))
        #expect(Check(ada).found(code).isEmpty)
        #expect(Check(ada).blind.contains { $0.code == code })
    }

    @Test func `one decided on a day nobody wrote down is decided`() {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", noFurtherAction: true))
        #expect(Check(ada, .record).found(code).isEmpty)
    }

    @Test func `one older than the record is not checkable before it, and stands since`() throws {
        var cover = Cover.record
        cover.extents[.referralDecisions] = Cover.Extent(from: "2026-04-01")
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03"))
        #expect(try Check(ada, cover).only(code).clockStart == "2026-04-01")
        #expect(Check(ada, cover).unchecked(code).count == 1)
    }
}
