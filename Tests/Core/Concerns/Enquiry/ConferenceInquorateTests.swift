import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ConferenceInquorateTests {
    private let code: ConcernCode = "conference-inquorate"

    private func reviewed(quorate: Bool?, held: Day? = "2026-06-20", ended: Day? = nil) -> Child {
        var ada = Child.ada
        ada.referred("2026-03-03")
        let plan = ada.planned("2026-03-24", until: ended)
        ada.reviewed(held, due: "2026-06-24", of: plan, quorate: quorate)
        return ada
    }

    @Test func `a review held without a quorum stands from that day`() throws {
        let concern = try Check(reviewed(quorate: false)).only(code)
        #expect(concern.onset == "2026-06-20")
        #expect(concern.about.key == "plan-review:2026-06-20")
        #expect(concern.level(on: "2026-06-20") == 3)
        #expect(concern.clearedOn == nil)
    }

    @Test func `the next review held clears it`() throws {
        var ada = reviewed(quorate: false)
        ada.reviewed(nil, due: "2026-08-01")
        ada.reviewed("2026-09-01")
        #expect(try Check(ada).only(code).clearedOn == "2026-09-01")
    }

    @Test func `a quorate review and one not held are no concern`() {
        #expect(Check(reviewed(quorate: true)).found(code).isEmpty)
        #expect(Check(reviewed(quorate: false, held: nil)).found(code).isEmpty)
    }

    @Test func `a blank quorum is unknown`() {
        #expect(Check(reviewed(quorate: nil)).found(code).isEmpty)
        #expect(Check(reviewed(quorate: nil)).unchecked(code).count == 1)
        #expect(Check(reviewed(quorate: true)).unchecked(code).isEmpty)
    }

    @Test(arguments: ["2026-06-20", "2026-06-21"] as [Day])
    func `one that ended the plan is shown all the same`(ended: Day) throws {
        #expect(try Check(reviewed(quorate: false, ended: ended)).only(code).ending == .turned18)
    }

    @Test(
        arguments: [
            (true, true, []), (false, true, ["initial"]), (true, false, ["reports"]),
            (false, false, ["initial", "reports"]),
        ] as [(Bool, Bool, [String])])
    func `an initial conference takes its quorum, and the family its reports`(
        quorate: Bool, shared: Bool, limbs: [String]
    ) throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        var conference = Conference(kind: .initial, heldOn: "2026-03-20", quorate: quorate)
        conference.reportsShared = shared
        ada.add(conference)
        #expect(Check(ada, .record).found(code).map(\.limb) == limbs)
        var again = Conference(kind: .initial, heldOn: "2026-04-02", quorate: true)
        again.reportsShared = true
        ada.add(again)
        #expect(Check(ada, .record).found(code).allSatisfy { $0.clearedOn == "2026-04-02" })
    }

    @Test func `a census does not say who was there`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }
}
