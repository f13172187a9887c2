import ChildJourney
import Concerns
import Testing
import WorkingDays

/// Cleo's birth is expected on Mon 1 Jun 2026; ten weeks before is Mon 23 Mar.
@Suite struct UnbornUnplannedTests {
    private static let code: ConcernCode = "unborn-unplanned"

    private func cleo(received: Day = "2026-01-05", born: Day? = nil, _ tell: (inout Child) -> Void = { _ in }) -> Check
    {
        var cleo = Child("Cleo", born: born, expected: "2026-06-01")
        cleo.referred(received)
        tell(&cleo)
        return Check(cleo, .record)
    }

    @Test func `ten weeks before the birth there is a conference or a decision`() throws {
        let concern = try cleo().only(Self.code, limb: "unplanned")
        #expect(concern.onset == "2026-03-24" && concern.level(on: concern.onset) == 1)
    }

    @Test(arguments: [("2026-03-23", false), ("2026-03-24", true)] as [(Day, Bool)])
    func `held on the last day is in time, and a day later is late`(held: Day, late: Bool) {
        for tell: (inout Child) -> Void in [
            { $0.conferred(held, kind: .preBirth) },
            { $0.add(ManagementDecision(on: held, point: .beforeBirth, decision: "No plan", why: "Safe")) },
        ] {
            let found = cleo(tell).found(Self.code, limb: "unplanned")
            #expect(found.isEmpty == !late && found.allSatisfy { $0.clearedOn == held })
        }
    }

    private func cleo(_ tell: (inout Child) -> Void) -> Check { cleo(received: "2026-01-05", born: nil, tell) }

    @Test func `known later than that, it is due on the day the child became known`() throws {
        #expect(try cleo(received: "2026-05-05").only(Self.code, limb: "unplanned").onset == "2026-05-06")
        let other = ManagementDecision(on: "2026-03-01", point: .other, decision: "Visit", why: "So")
        #expect(cleo { $0.add(other) }.found(Self.code, limb: "unplanned").count == 1)
    }

    @Test(
        arguments: [
            (nil, "2026-06-02", nil), ("2026-05-20", nil, nil), ("2026-06-01", nil, nil),
            ("2026-06-09", "2026-06-02", "2026-06-09"),
        ] as [(Day?, Day?, Day?)])
    func `the expected day passes and no birth is recorded`(born: Day?, onset: Day?, cleared: Day?) {
        let found = cleo(born: born).found(Self.code, limb: "birth-unrecorded")
        #expect(found.first?.onset == onset && found.first?.clearedOn == cleared)
    }

    @Test(
        arguments: [
            ("2026-05-19", nil), ("2026-05-20", nil), ("2026-05-21", nil), ("2026-05-22", "2026-05-22"),
        ] as [(Day, Day?)])
    func `a newborn is seen by the end of the day after the birth`(seen: Day, cleared: Day?) throws {
        let found = cleo(born: "2026-05-20") { $0.visited(seen, .childInNeed) }.found(Self.code, limb: "newborn-unseen")
        if seen < "2026-05-20" {
            #expect(found.first?.onset == "2026-05-22" && found.first?.clearedOn == nil)
        } else {
            #expect(found.first?.clearedOn == cleared && found.isEmpty == (cleared == nil))
        }
    }

    @Test func `a birth ends what was due before it, and a child never expected here has none of it`() {
        let found = cleo(born: "2026-05-20").found(Self.code, limb: "unplanned")
        #expect(found.first?.endedOn == "2026-05-20" && found.first?.clearedOn == nil)
        var ada = Child.ada
        ada.referred("2026-03-03")
        #expect(Check(ada, .record).found(Self.code).isEmpty)
    }

    @Test func `closing the referral stops it`() {
        var cleo = Child("Cleo", born: nil, expected: "2026-06-01")
        cleo.referred("2026-01-05", closed: "2026-03-01")
        #expect(Check(cleo, .record).found(Self.code).isEmpty)
    }
}

@Suite struct ExpectantMotherTests {
    private func check(born: Day? = nil, _ tell: (inout Child) -> Void) -> Check {
        var cleo = Child("Cleo", born: born, expected: "2026-06-01")
        cleo.referred("2026-01-05", harm: true)
        tell(&cleo)
        return Check(cleo, .record)
    }

    private func seen(_ on: Day) -> Visit {
        var visit = Visit(on: on, purpose: .childProtectionPlan)
        visit.motherSeen = true
        return visit
    }

    @Test func `she is seen in place of an unborn child on a plan, every ten working days`() throws {
        let check = check { child in
            child.planned("2026-03-02")
            child.add(seen("2026-03-16"))
        }
        let found = check.found("plan-child-unseen")
        #expect(found.map(\.limb) == ["expectant-mother"] && found.first?.onset == "2026-03-31")
        #expect(self.check { $0.planned("2026-03-02") }.found("plan-child-unseen").first?.onset == "2026-03-17")
    }

    @Test
    func
        `harm alleged before the birth asks for her within 24 hours, counted from the start of the day where no time is known`()
        throws
    {
        let concern = try check { _ in }.only("harm-alleged-unseen")
        #expect(concern.limb == "expectant-mother" && concern.onset == "2026-01-06")
        #expect(check { $0.add(seen("2026-01-06")) }.found("harm-alleged-unseen").first?.clearedOn == "2026-01-06")
        // On the allegation's own day, no time told: she may have been seen before it.
        #expect(check { $0.add(seen("2026-01-05")) }.found("harm-alleged-unseen").count == 1)
    }

    @Test func `an enquiry asks for her too, and seeing her never counts as seeing a child who is born`() throws {
        #expect(try check { $0.enquired("2026-03-02") }.only("enquiry-child-unseen").limb == "expectant-mother")
        let born = check(born: "2026-05-20") { child in
            child.planned("2026-03-02")
            for day in ["2026-03-10", "2026-03-20", "2026-04-01", "2026-04-14", "2026-04-27", "2026-05-10"] as [Day] {
                child.add(seen(day))
            }
            child.add(seen("2026-05-25"))
        }
        let concern = try born.only("plan-child-unseen")
        #expect(concern.limb == "never" && concern.clockStart == "2026-05-20")
    }

    @Test func `a source that says nothing of her leaves it unanswered`() {
        var cleo = Child("Cleo", born: nil, expected: "2026-06-01")
        cleo.planned("2026-03-02")
        #expect(Check(cleo, .extract).found("plan-child-unseen").isEmpty)
        #expect(
            Check(cleo, .extract).blind.contains { $0.limb == "expectant-mother" && $0.code == "plan-child-unseen" })
    }
}
