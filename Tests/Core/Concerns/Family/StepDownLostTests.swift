import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct StepDownLostTests {
    private let code: ConcernCode = "step-down-lost"

    private func closed(_ reason: String = "RC9") -> Child {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2026-04-20", reason)
        return ada
    }

    @Test(arguments: [("2026-05-05", nil), ("2026-05-06", "2026-05-06")] as [(Day, Day?)])
    func `early help opens within 10 working days of closing to it`(opened: Day, onset: Day?) {
        var ada = closed()
        ada.earlyHelped(opened)
        let found = Check(ada).found(code)
        #expect(found.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.clearedOn == opened && $0.about.key == "referral:2026-03-03" })
    }

    @Test(arguments: [("2026-04-19", true), ("2026-04-20", false), (nil, false)] as [(Day?, Bool)])
    func `help that already runs counts while it runs`(until: Day?, fires: Bool) {
        var ada = closed()
        ada.earlyHelped("2026-01-05", until: until)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test(
        arguments: [("2026-04-19", true), ("2026-04-20", false), ("2026-05-05", false), ("2026-05-06", true)]
            as [(Day, Bool)])
    func `what the family declined once it was closed clears it, and an offer before does not`(on: Day, fires: Bool) {
        var ada = closed()
        ada.add(EarlyHelpDeclined(on: on, by: "Jane, mother", offered: "A family hub"))
        #expect(Check(ada).found(code).isEmpty != fires)
        let stands = Check(ada).found(code).filter { $0.clearedOn == nil }
        #expect(stands.isEmpty == (on >= "2026-04-20"))
    }

    @Test func `another reason for closing promises no early help`() {
        #expect(Check(closed("RC8")).found(code).isEmpty)
        #expect(Check(closed("RC8")).unchecked(code).isEmpty)
    }

    @Test func `a blank reason is unknown`() {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", noFurtherAction: false, closedOn: "2026-04-20"))
        #expect(Check(ada).unchecked(code).count == 1)
    }

    @Test func `it ends at 18`() throws {
        var ada = Child("Ada", born: "2008-06-01")
        ada.referred("2026-03-03", closed: "2026-04-20", "RC9")
        #expect(try Check(ada).only(code).endedOn == "2026-06-01")
    }

    @Test func `a census cannot say`() {
        #expect(Check(closed(), .census).blind.contains { $0.code == code })
    }
}
