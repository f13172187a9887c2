import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ClosedTooSoonTests {
    private let code: ConcernCode = "closed-too-soon"

    /// Referred for abuse or neglect, seen just before closing.
    private func closed(
        _ reason: String? = "RC8", need: String? = "N1", nfa: Bool? = false, harm: Bool? = nil, assessed: Bool = false
    ) -> Child {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03", need: need, nfa: nfa, harm: harm, closed: "2026-04-30", reason)
        ada.led(by: "W1", "2026-03-03")
        if assessed {
            ada.assessed("2026-03-04", authorised: "2026-04-20", referral: referral)
        } else {
            ada.enquired("2026-03-04", ended: "2026-03-10", .services, conference: false)
        }
        for day: Day in ["2026-03-20", "2026-04-28"] { ada.visited(day, .childInNeed) }
        return ada
    }

    @Test func `closed on the heels of an allegation of neglect with no assessment`() throws {
        let concern = try Check(closed()).only(code)
        #expect(concern.limb == "no-assessment")
        #expect(concern.onset == "2026-04-30")
        #expect(concern.about.key == "referral:2026-03-03")
        #expect(concern.stands(on: "2026-04-30"))
        #expect(concern.clearedOn == nil)
    }

    @Test func `an assessment, another need or nothing to follow makes it no concern`() {
        #expect(Check(closed(assessed: true)).found(code).isEmpty)
        #expect(Check(closed(need: "N2")).found(code).isEmpty)
        #expect(Check(closed(nfa: true)).found(code).isEmpty)
        #expect(Check(closed(need: "N2", harm: true)).found(code).map(\.limb) == ["no-assessment"])
    }

    @Test(arguments: ["RC1", "RC2", "RC5"])
    func `adopted, died and moved away are not closed too soon`(reason: String) {
        #expect(Check(closed(reason)).found(code).isEmpty)
    }

    @Test(arguments: [nil, "N0"] as [String?])
    func `where the need is not stated nobody can say whether an assessment was due`(need: String?) {
        let check = Check(closed(need: need))
        #expect(check.found(code).isEmpty)
        #expect(!check.unchecked(code, limb: "no-assessment").isEmpty)
    }

    @Test func `a later accepted referral reopens it`() throws {
        var ada = closed()
        ada.referred("2026-09-01", nfa: true)
        #expect(try Check(ada).only(code).clearedOn == nil)
        ada.referred("2026-10-01")
        let concern = try Check(ada).only(code)
        #expect(concern.clearedOn == "2026-10-01")
        #expect(!concern.stands(on: "2026-10-01"))
    }

    @Test(
        arguments: [
            ("2026-04-29", false), ("2026-04-30", true), ("2026-07-29", true), ("2026-07-30", false),
        ] as [(Day, Bool)])
    func `referred again within 90 days of closing, the day after being day 1`(again: Day, fires: Bool) throws {
        var ada = closed(assessed: true)
        ada.referred(again, nfa: true)
        guard fires else { return #expect(Check(ada).found(code, limb: "referred-again").isEmpty) }
        let concern = try Check(ada).only(code, limb: "referred-again")
        #expect(concern.onset == again)
        #expect(concern.about.key == "referral:2026-03-03")
        #expect(concern.clearedOn == nil)
    }

    @Test func `a referral that came to nothing can be closed too soon when another follows`() {
        var ada = closed(nfa: true)
        ada.referred("2026-05-06")
        #expect(Check(ada).found(code).map(\.limb) == ["referred-again"])
    }

    @Test func `a census answers two limbs, and only where it reaches back`() throws {
        #expect(Check(closed(), .census).found(code).map(\.limb) == ["no-assessment"])
        #expect(
            Check(Child.ada, .census).blind.filter { $0.code == code }.map(\.limb) == ["child-unseen", "concern-stood"])
        var ben = Child.ben
        ben.referred("2025-03-31", closed: "2025-09-01")
        let check = Check(ben, .census)
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code, limb: "no-assessment").count == 1)
    }

    @Test func `a source without assessments is blind to that limb once, not child by child`() {
        let check = Check(closed(), .extract(without: [.assessments]))
        #expect(check.blind.contains { $0.code == code && $0.limb == "no-assessment" })
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code, limb: "no-assessment").isEmpty)
    }

    @Test func `a closing day outside every calendar is no answer`() {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2206-04-30")
        #expect(!Check(ada).unchecked(code).isEmpty)
    }
}
