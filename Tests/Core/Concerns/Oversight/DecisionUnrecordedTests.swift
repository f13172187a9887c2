import ChildJourney
import Concerns
import Testing
import WorkingDays

@Suite struct DecisionUnrecordedTests {
    private func closed(why: String?, by: String?) -> Child {
        var ada = Child.ada
        var referral = Referral(
            receivedOn: "2026-03-02", noFurtherAction: false, closedOn: "2026-06-01", closureReason: "RC8")
        (referral.closureWhy, referral.closedBy) = (why, by)
        ada.add(referral)
        return ada
    }

    @Test(
        arguments: [("Done", "ana", 0), (nil, "ana", 1), ("Done", nil, 1), ("", "ana", 1)] as [(String?, String?, Int)])
    func `closing needs a manager and a reason`(why: String?, by: String?, found: Int) {
        #expect(Check(closed(why: why, by: by), .record).found("decision-unrecorded", limb: "closure").count == found)
    }

    @Test(
        arguments: [
            ("2026-06-01", nil, 0), ("2026-05-29", nil, 0), ("2026-06-04", "2026-07-04", 1), ("2026-03-01", nil, 1),
        ]
            as [(Day, Day?, Int)])
    func `one made after the act is shown for 30 days`(decided: Day, cleared: Day?, found: Int) throws {
        var ada = closed(why: nil, by: nil)
        ada.add(ManagementDecision(on: decided, point: .closure, decision: "Close", why: "Done"))
        let check = Check(ada, .record)
        #expect(check.found("decision-unrecorded", limb: "closure").count == found)
        if found == 1 {
            let concern = try check.only("decision-unrecorded", limb: "closure")
            #expect(concern.onset == "2026-06-01" && concern.clearedOn == cleared)
        }
    }

    @Test
    func
        `an enquiry ended and a referral decided without either are named, and a decision about something else is none`()
    {
        var ada = Child.ada
        var referral = Referral(receivedOn: "2026-03-02", noFurtherAction: false, decidedOn: "2026-03-03")
        referral.decisionWhy = "Harm"
        ada.add(referral)
        ada.enquired("2026-03-03", ended: "2026-03-17")
        ada.add(ManagementDecision(on: "2026-03-03", point: .other, decision: "Go on", why: "So"))
        let check = Check(ada, .record)
        #expect(check.found("decision-unrecorded").map(\.limb).sorted() == ["end-of-enquiry", "referral"])
    }

    @Test func `a plan that a conference of the day ended was decided`() {
        func ended(conference: Bool) -> [Concern] {
            var ada = Child.ada
            ada.referred("2026-03-02")
            ada.add(ChildProtectionPlan(startedOn: "2026-03-24", endedOn: "2026-06-24"))
            var review = Conference(kind: .review, heldOn: "2026-06-24")
            review.whyDecided = "Thriving"
            if conference { ada.add(review) }
            return Check(ada, .record).found("decision-unrecorded", limb: "plan-ended")
        }
        #expect(ended(conference: true).isEmpty)
        #expect(ended(conference: false).count == 1)
    }

    @Test(arguments: [(nil, 1), ("2026-03-03", 0), ("2026-03-04", 1)] as [(Day?, Int)])
    func `an allegation about a professional goes to the designated officer within a working day`(
        referred: Day?, found: Int
    ) throws {
        var ada = Child.ada
        var alleged = ProfessionalAllegation(on: "2026-03-02", about: "A coach", what: "He shouted")
        alleged.referredOn = referred
        ada.add(alleged)
        let check = Check(ada, .record)
        #expect(check.found("allegation-not-referred").count == found)
        if found == 1 { #expect(try check.only("allegation-not-referred").clearedOn == referred) }
    }
}
