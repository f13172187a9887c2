import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct CoreGroupLateTests {
    private func check(_ groups: [Day], ended: Day? = nil) -> Check {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-02", noFurtherAction: false, decidedOn: "2026-03-02"))
        let plan = ada.add(ChildProtectionPlan(startedOn: "2026-03-24", endedOn: ended))
        for day in groups { ada.add(CoreGroup(plan: plan, heldOn: day)) }
        return Check(ada, .record)
    }

    @Test(
        arguments: [("2026-04-09", nil), ("2026-04-10", "2026-04-10"), ("2026-05-01", "2026-05-01")] as [(Day, Day?)])
    func `the first meets within ten working days of the plan's start`(held: Day, cleared: Day?) throws {
        let found = check([held]).found("core-group-late", limb: "first")
        #expect(found.map(\.clearedOn) == (cleared == nil ? [] : [cleared]))
        if let concern = found.first { #expect(concern.due == "2026-04-09") }
    }

    @Test func `each later one meets within six weeks of the last`() throws {
        let concern = try check(["2026-04-01", "2026-05-13", "2026-07-01"]).found("core-group-late", limb: "later")
            .first { $0.clearedOn != nil }
        let late = try #require(concern)
        #expect(late.clockStart == "2026-05-13" && late.due == "2026-06-24" && late.clearedOn == "2026-07-01")
    }

    @Test func `a plan that has ended needs no more of them`() {
        #expect(check([], ended: "2026-04-08").found("core-group-late").isEmpty)
    }
}

@Suite struct PlanContentTests {
    private let action = PlanAction(aim: "Sleep", measure: "Bed by nine", owner: "Mother", by: "2026-04-20")

    private func check(_ actions: [PlanAction]?, _ contingency: String?, written: Day? = nil) -> Check {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-02", noFurtherAction: false, decidedOn: "2026-03-02"))
        var plan = ChildInNeedPlan(startedOn: "2026-03-24")
        (plan.actions, plan.contingency, plan.contentsOn) = (actions, contingency, written)
        ada.add(plan)
        return Check(ada, .record)
    }

    @Test func `ten working days into a plan it says who does what and what else`() throws {
        let concern = try check(nil, nil).only("plan-without-content")
        #expect(concern.due == "2026-04-09")
        #expect(check([action], nil).found("plan-without-content").count == 1)
        #expect(check([], "A meeting").found("plan-without-content").count == 1)
        #expect(check([action], "A meeting", written: "2026-04-09").found("plan-without-content").isEmpty)
        let late = try check([action], "A meeting", written: "2026-04-10").only("plan-without-content")
        #expect(late.onset == "2026-04-10" && late.clearedOn == "2026-04-10")
    }

    /// Recorded before the day of its contents was kept.
    @Test func `an older plan counts as written from the day of its latest version, never from earlier`() throws {
        func check(_ recorded: Moment) -> Check {
            var plan = ChildInNeedPlan(startedOn: "2026-03-24")
            (plan.actions, plan.contingency) = ([action], "A meeting")
            var journey = Child.ada.journey
            journey.add(plan, id: "P", place: 9, recordedAt: recorded)
            return Check(journey, .record)
        }
        #expect(check(Moment(londonDay: "2026-04-09", minute: 600)).found("plan-without-content").isEmpty)
        #expect(
            try check(Moment(londonDay: "2026-04-10", minute: 600)).only("plan-without-content").clearedOn
                == "2026-04-10")
    }

    @Test(arguments: [(nil, 1), ("2026-04-20", 0), ("2026-04-21", 1)] as [(Day?, Int)])
    func `an action is done by its day`(done: Day?, found: Int) throws {
        var action = action
        action.doneOn = done
        let check = check([action], "A meeting")
        #expect(check.found("plan-action-overdue").count == found)
        if let concern = check.found("plan-action-overdue").first {
            #expect(concern.onset == "2026-04-21" && concern.clearedOn == done)
        }
    }
}
