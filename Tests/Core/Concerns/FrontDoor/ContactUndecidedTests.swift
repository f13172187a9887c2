import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ContactUndecidedTests {
    private let code: ConcernCode = "contact-undecided"

    private func check(_ outcome: ContactOutcome?, decided: Day? = nil, harm: Bool? = nil) -> Check {
        var ada = Child.ada
        var contact = Contact(receivedOn: "2026-04-02", outcome: outcome)
        (contact.decidedOn, contact.harmAlleged) = (decided, harm)
        ada.add(contact)
        return Check(ada, .record)
    }

    @Test(arguments: [("2026-04-02", nil), ("2026-04-07", nil), ("2026-04-08", "2026-04-08")] as [(Day, Day?)])
    func `one received on Maundy Thursday is decided by the Tuesday after Easter`(decided: Day, cleared: Day?) {
        #expect(check(.advice, decided: decided).found(code).map(\.clearedOn) == (cleared == nil ? [] : [cleared]))
    }

    @Test func `one nobody decides stands, and is for today where harm is alleged`() throws {
        #expect(try check(nil).only(code).level(on: "2026-04-08") == 2)
        #expect(try check(nil, harm: true).only(code).level(on: "2026-04-08") == 1)
    }

    @Test func `one with an outcome and no day is decided`() {
        #expect(check(.noFurtherAction).found(code).isEmpty)
    }

    @Test func `harm alleged with a contact starts the same clocks, and is told once where it became a referral`() {
        let alone = check(.other, harm: true)
        #expect(alone.found("threshold-undecided").map(\.about.kind) == [.contact])
        #expect(alone.found("harm-alleged-unseen").count == 1)
        var ada = Child.ada
        var contact = Contact(receivedOn: "2026-04-02", outcome: .referral)
        contact.harmAlleged = true
        ada.add(contact)
        ada.add(Referral(receivedOn: "2026-04-02", harmAlleged: true))
        #expect(Check(ada, .record).found("threshold-undecided").map(\.about.kind) == [.referral])
    }
}
