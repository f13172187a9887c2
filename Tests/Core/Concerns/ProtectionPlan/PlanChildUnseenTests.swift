import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct PlanChildUnseenTests {
    private let code: ConcernCode = "plan-child-unseen"

    private func planned(_ child: Child = .ada, until: Day? = nil, closed: Day? = nil) -> Child {
        var child = child
        let referral = child.referred("2026-03-03", closed: closed)
        child.planned("2026-03-24", until: until, referral: referral)
        return child
    }

    @Test(
        arguments: [
            ("2026-04-08", nil), ("2026-04-09", nil), ("2026-04-10", "2026-04-10"), ("2026-04-20", "2026-04-10"),
        ] as [(Day, Day?)])
    func `a child on a plan is seen within 10 working days, Easter left out`(seen: Day, onset: Day?) throws {
        var ada = planned()
        ada.visited(seen)
        let first = Check(ada).found(code, limb: "never")
        #expect(first.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(first.allSatisfy { $0.clearedOn == seen })
        #expect(first.allSatisfy { $0.about.key == "child-protection-plan:2026-03-24" })
    }

    @Test func `the clock starts again at every visit on which the child was seen`() throws {
        var ada = planned()
        ada.visited("2026-04-02")
        ada.visited("2026-04-20")
        let found = Check(ada).found(code)
        // After 2 April: 7, 8, 9, 10, 13, 14, 15, 16, 17 and 20 April.
        #expect(found.map(\.limb) == ["since"])
        #expect(found.map(\.due) == ["2026-05-05"])
    }

    @Test func `each gap is a concern of its own`() {
        var ada = planned()
        for day: Day in ["2026-05-06", "2026-07-01"] { ada.visited(day) }
        #expect(Check(ada).found(code).map(\.clearedOn) == ["2026-05-06", "2026-07-01", nil])
    }

    @Test func `only a visit for the plan, with the child seen, counts`() throws {
        var ada = planned()
        ada.visited("2026-03-30", .childInNeed)
        ada.visited("2026-03-31", .other)
        ada.visited("2026-04-01", seen: false)
        ada.visited("2026-04-02", seen: nil)
        ada.visited("2026-04-02", seen: nil, alone: true)
        let concern = try Check(ada).only(code)
        #expect(concern.limb == "never")
        #expect(concern.onset == "2026-04-10")
        #expect(concern.level(on: "2026-04-10") == 1)
        #expect(concern.leavesAtPotentialRisk(on: "2026-04-10"))
    }

    @Test func `a visit before the plan does not count, one on its first day does`() throws {
        var ada = planned()
        ada.visited("2026-03-23")
        #expect(try Check(ada).only(code).limb == "never")
        ada.visited("2026-03-24")
        #expect(try Check(ada).only(code).limb == "since")
    }

    @Test(arguments: [("2026-04-10", false), ("2026-04-11", true)] as [(Day, Bool)])
    func `the end of the plan stops it`(until: Day, fires: Bool) throws {
        #expect(Check(planned(until: until)).found(code).isEmpty != fires)
        #expect(Check(planned(until: until, closed: until)).found(code).isEmpty != fires)
    }

    @Test func `a plan that ended before it began, or a visit after its end, silences nothing`() {
        #expect(Check(planned(until: "2025-03-24")).found(code).count == 1)
        var ada = planned(until: "2026-05-01")
        ada.visited("2026-05-04")
        #expect(Check(ada).found(code).map(\.endedOn) == ["2026-05-01"])
    }

    @Test func `a plan left open after its referral was closed still has its child to be seen`() throws {
        let forgotten = try Check(planned(closed: "2026-04-01")).only(code)
        #expect(forgotten == (try Check(planned()).only(code)))
        #expect(forgotten.stands(on: "2026-06-01"))
    }

    @Test func `a plan that ended after its referral was closed is over on its own last day`() throws {
        let late = try Check(planned(until: "2026-05-01", closed: "2026-04-01")).only(code)
        #expect(late.endedOn == "2026-05-01")
        #expect(late.ending == .planEnded)
        #expect(Check(planned(until: "2026-04-01", closed: "2026-04-01")).found(code).isEmpty)
    }

    @Test func `a plan that ended before it began, under a closed referral, is no all clear`() {
        let check = Check(planned(until: "2026-03-01", closed: "2026-04-01"))
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code).count == 1)
    }

    @Test func `a child seen after the day of death on record may not be dead`() {
        var ada = Child("Ada", died: "2026-04-01")
        ada.referred("2026-03-03")
        ada.planned("2026-03-24")
        #expect(Check(ada).found(code).isEmpty)
        #expect(Check(ada).unchecked(code).isEmpty)
        ada.visited("2026-06-01")
        #expect(!Check(ada).unchecked(code).isEmpty)
    }

    @Test func `an unborn child is not visited, and from birth is`() throws {
        #expect(Check(planned(Child("Cleo", born: nil, expected: "2028-01-03"))).found(code).isEmpty)
        #expect(Check(planned(Child("Cleo", born: nil, expected: "2028-01-03"))).unchecked(code).isEmpty)
        let born = try Check(planned(Child("Cleo", born: "2026-05-07"))).only(code)
        #expect(born.clockStart == "2026-05-07")
        #expect(born.onset == "2026-05-22")
    }

    @Test func `a birth expected and never recorded is no all clear`() {
        let check = Check(planned(.cleo))
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code).count == 1)
    }

    @Test func `a birth date after the last day of the source is no all clear`() {
        let check = Check(planned(Child("Ada", born: "2028-05-04")))
        #expect(check.unchecked(code).count == 1)
    }

    @Test func `a plan for somebody who was grown up by the birth date on record is no all clear`() {
        for born: Day in ["2005-05-04", "2008-03-24", "1975-05-04"] {
            let check = Check(planned(Child("Ada", born: born)))
            #expect(check.found(code).isEmpty)
            #expect(check.unchecked(code).count == 1)
        }
    }

    @Test func `a council may ask for another interval`() throws {
        #expect(try Check(planned(), overrides: ["cp_visit_local": 5]).only(code).due == "2026-03-31")
    }

    @Test func `a census cannot say`() {
        #expect(Check(planned(), .census).blind.contains { $0.code == code })
    }
}
