import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ReReferralTests {
    private let code: ConcernCode = "re-referral"

    @Test(
        arguments: [
            ("2025-03-03", "2025-03-03", false), ("2025-03-03", "2025-03-04", true), ("2025-03-03", "2026-03-02", true),
            ("2025-03-03", "2026-03-03", true), ("2025-03-03", "2026-03-04", false), ("2024-02-29", "2025-02-28", true),
            ("2024-02-29", "2025-03-01", false), ("2025-02-28", "2026-02-28", true),
        ] as [(Day, Day, Bool)])
    func `a referral up to the same day a year later is a re-referral`(first: Day, second: Day, fires: Bool) throws {
        var ada = Child.ada
        ada.referred(first, nfa: true)
        ada.referred(second)
        guard fires else { return #expect(Check(ada).found(code).isEmpty) }
        let concern = try Check(ada).only(code)
        #expect(concern.onset == second)
        #expect(concern.due == nil)
        #expect(concern.about.key == "referral:\(second)")
        #expect(concern.clearedOn == nil)
        #expect(!concern.inToday)
        #expect(concern.level(on: "2027-12-31") == 3)
    }

    @Test func `the clock runs from the day the earlier one was received, not closed`() {
        var ada = Child.ada
        ada.referred("2024-01-08", closed: "2026-01-05")
        ada.referred("2026-02-02")
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test(arguments: ["2025-04-01", "2026-03-31", "2026-04-01"] as [Day])
    func `a census that begins within the year before cannot rule an earlier one out`(received: Day) {
        var ada = Child.ada
        ada.referred(received)
        let check = Check(ada, .census)
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code).isEmpty == (received >= "2026-04-01"))
    }

    @Test func `an earlier referral seen in a census counts`() throws {
        var ada = Child.ada
        ada.referred("2025-05-06", nfa: true)
        ada.referred("2026-02-02")
        let check = Check(ada, .census)
        #expect(try check.only(code).about.on == "2026-02-02")
        #expect(check.unchecked(code).count == 1)
    }

    @Test func `an earlier referral dated in 1066 is no answer, not an all clear`() {
        var ada = Child.ada
        ada.referred("1066-10-14")
        ada.referred("2026-02-02")
        #expect(Check(ada).found(code).isEmpty)
        #expect(!Check(ada).unchecked(code).isEmpty)
    }

    @Test func `it ends when the child turns 18`() throws {
        var ada = Child("Ada", born: "2008-06-01")
        ada.referred("2025-12-01")
        ada.referred("2026-03-02")
        let concern = try Check(ada).only(code)
        #expect(concern.ending == .turned18)
        #expect(concern.endedOn == "2026-06-01")
    }
}
