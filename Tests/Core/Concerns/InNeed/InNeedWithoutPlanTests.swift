import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct InNeedWithoutPlanTests {
    private let code: ConcernCode = "in-need-without-plan"

    private func assessed(_ outcome: AssessmentOutcome? = .other, nfa: Bool? = nil, closed: Day? = nil) -> Child {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: closed)
        ada.assessed("2026-03-05", authorised: "2026-04-20", outcome, nfa: nfa)
        return ada
    }

    @Test(
        arguments: [
            ("2026-05-04", nil), ("2026-05-05", nil), ("2026-05-06", "2026-05-06"), ("2026-04-01", nil),
        ] as [(Day, Day?)])
    func `a child found in need has a plan within 10 working days`(began: Day, onset: Day?) throws {
        var ada = assessed()
        ada.helped(began)
        #expect(Check(ada).found(code).map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(Check(ada).found(code).allSatisfy { $0.clearedOn == began })
    }

    @Test func `without one it stands, and escalates`() throws {
        let concern = try Check(assessed()).only(code)
        #expect(concern.onset == "2026-05-06")
        #expect(concern.about.key == "assessment:2026-03-05")
        #expect(concern.level(on: "2026-05-06") == 2)
        #expect(concern.level(on: "2026-07-01") == 1)
    }

    @Test(arguments: [("2026-04-20", true), ("2026-04-21", false)] as [(Day, Bool)])
    func `a plan that ended by the authorisation is not its plan`(ended: Day, fires: Bool) {
        var ada = assessed()
        ada.helped("2026-01-05", until: ended)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test(
        arguments: [
            (.noFurtherAction, nil, false, false), (.earlyHelp, nil, false, false),
            (.strategyDiscussion, nil, false, false),
            (.other, nil, true, false), (.other, false, true, false), (.other, true, false, false),
            (nil, false, true, false), (nil, true, false, false), (nil, nil, false, true),
        ] as [(AssessmentOutcome?, Bool?, Bool, Bool)])
    func `what the assessment decided says whether there is to be a plan`(
        outcome: AssessmentOutcome?, nfa: Bool?, fires: Bool, unknown: Bool
    ) {
        let check = Check(assessed(outcome, nfa: nfa))
        #expect(check.found(code).isEmpty != fires)
        #expect(check.unchecked(code).isEmpty != unknown)
    }

    @Test(arguments: [("2026-05-06", false), ("2026-05-07", true)] as [(Day, Bool)])
    func `closing, a protection plan or care by the onset stops it`(stopped: Day, fires: Bool) {
        #expect(Check(assessed(closed: stopped)).found(code).isEmpty != fires)
        var onPlan = assessed()
        onPlan.planned(stopped)
        #expect(Check(onPlan).found(code).isEmpty != fires)
        var inCare = assessed()
        inCare.cared(stopped)
        #expect(Check(inCare).found(code).isEmpty != fires)
        #expect(Check(inCare).found(code).allSatisfy { $0.ending == .noLongerApplies })
    }

    @Test func `a child already on a plan, or a referral already closed, is not asked`() {
        var ada = assessed()
        ada.planned("2026-04-01")
        #expect(Check(ada).found(code).isEmpty)
        #expect(Check(assessed(closed: "2026-04-20")).found(code).isEmpty)
    }

    @Test func `a census does not say what assessments decided`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }
}
