import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct InNeedReviewLateTests {
    private func check(_ reviews: [Day]) -> Check {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-02", noFurtherAction: false, decidedOn: "2026-03-02"))
        ada.add(ChildInNeedPlan(startedOn: "2026-03-24"))
        for day in reviews { ada.add(InNeedPlanReview(heldOn: day)) }
        return Check(ada, .record)
    }

    @Test(arguments: [("2026-05-05", nil), ("2026-05-06", "2026-05-06")] as [(Day, Day?)])
    func `a plan is reviewed within six weeks`(held: Day, cleared: Day?) {
        let first = check([held]).found("in-need-review-late").filter { $0.clockStart == "2026-03-24" }
        #expect(first.map(\.clearedOn) == (cleared == nil ? [] : [cleared]))
    }

    @Test func `and then every twelve`() throws {
        let concern = try #require(check(["2026-05-01"]).found("in-need-review-late").first)
        #expect(concern.clockStart == "2026-05-01" && concern.due == "2026-07-24")
    }
}
