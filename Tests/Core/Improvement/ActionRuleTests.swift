import ChildJourney
import Improvement
import Measures
import Testing
import WorkingDays

/// Red, amber and green by the measure alone.
@Suite struct ActionRuleTests {
    private func bound(
        _ id: String = "assessments-within-45-working-days", target: Int = 900, floor: Int = 700, step: Int = 50
    ) -> ActionMeasure {
        ActionMeasure(id: id, period: "quarter", team: nil, target: target, floor: floor, step: step)
    }

    private func sum(_ numerator: Int, _ denominator: Int = 1000) -> MeasureSum {
        MeasureSum(numerator: numerator, denominator: denominator)
    }

    /// Of a thousand assessments so many in time: now, and when the action began. Target 90%, floor 70%, step 5%.
    @Test(
        arguments: [
            (900, nil, ActionColour.green), (899, nil, .amber), (700, nil, .amber), (699, nil, .red),
            (699, 649, .amber), (699, 650, .red), (300, 250, .amber), (300, 251, .red), (300, 400, .red),
            (950, 990, .green), (750, 800, .amber),
        ] as [(Int, Int?, ActionColour)])
    func `green at or past the target, amber from the floor or while it moves, else red`(
        now: Int, then: Int?, colour: ActionColour
    ) throws {
        let judged = try ActionRule(bound()).judge(now: sum(now), then: then.map { sum($0) })
        #expect(judged.colour == colour, "\(judged.because)")
    }

    /// Postponed conferences: fewer are better. Target 5%, floor 20%, step 3%.
    @Test(
        arguments: [
            (50, nil, ActionColour.green), (51, nil, .amber), (200, nil, .amber), (201, nil, .red),
            (250, 280, .amber), (250, 279, .red), (250, 220, .red),
        ] as [(Int, Int?, ActionColour)])
    func `where fewer are better it is the other way round`(now: Int, then: Int?, colour: ActionColour) throws {
        let rule = try ActionRule(bound("re-referrals-within-12-months", target: 50, floor: 200, step: 30))
        #expect(rule.judge(now: sum(now), then: then.map { sum($0) }).colour == colour)
    }

    @Test func `what the source cannot tell, and what too few are counted of, has no colour`() throws {
        let rule = try ActionRule(bound())
        #expect(rule.judge(now: sum(1000), then: nil, blind: "a census has no visits").colour == .notCheckable)
        #expect(rule.judge(now: sum(4, 4), then: nil).colour == .notCheckable)
        #expect(rule.judge(now: sum(0, 0), then: nil).colour == .notCheckable)
        #expect(rule.judge(now: sum(5, 5), then: nil).colour == .green)
    }

    @Test func `no children out of none is not green`() throws {
        let rule = try ActionRule(bound("children-left-at-potential-risk", target: 0, floor: 100, step: 10))
        #expect(rule.judge(now: sum(0, 0), then: nil).colour == .notCheckable)
        #expect(rule.judge(now: sum(0, 1), then: nil).colour == .green)
    }

    @Test(
        arguments: [
            (ActionMeasure(id: "no-such", period: "quarter", team: nil, target: 1, floor: 0, step: 1), "noSuchMeasure"),
            (ActionMeasure(id: "referrals", period: "year", team: nil, target: 10, floor: 0, step: 1), "noDirection"),
            (
                ActionMeasure(
                    id: "assessments-within-45-working-days", period: "month", team: nil, target: 900, floor: 700,
                    step: 1), "noSuchPeriod"
            ),
        ])
    func `a measure nobody could be judged by is refused`(bound: ActionMeasure, why: String) {
        var bound = bound
        if why == "noDirection" { bound.id = Measures.all.first { $0.better == .neither }?.id.text ?? "" }
        do throws(ActionRule.Refusal) {
            _ = try ActionRule(bound)
            Issue.record("not refused: \(why)")
        } catch {
            #expect("\(error)" == why)
        }
    }

    @Test(
        arguments: [
            (700, 900, 50, ActionRule.Refusal.targetBelowFloor), (900, 700, 0, .outOfRange),
            (1001, 700, 1, .outOfRange),
            (900, -1, 1, .outOfRange),
        ])
    func `a target worse than its floor, or that cannot be, is refused`(
        target: Int, floor: Int, step: Int, why: ActionRule.Refusal
    ) {
        #expect(throws: why) { try ActionRule(bound(target: target, floor: floor, step: step)) }
    }

    @Test(
        arguments: [
            (600, 600, ActionState.saysOtherwise), (600, 649, .saysOtherwise), (700, 650, .complete),
            (900, 900, .complete), (720, 720, .saysOtherwise), (600, nil, .notShown),
        ] as [(Int, Int?, ActionState)])
    func `marked complete, and the number has not moved: it is not done`(now: Int, then: Int?, state: ActionState)
        throws
    {
        var action = ImprovementAction(
            what: "x", theme: "t", answers: ["p"], owner: "ana", byOn: "2026-06-30", beganOn: "2026-01-05")
        action.completedOn = "2026-06-01"
        let judged = try ActionRule(bound()).judge(now: sum(now), then: then.map { sum($0) })
        let found = ActionState(action, judged)
        #expect(found == state)
        #expect(found.isDone == (state == .complete))
        #expect(found.isOverdue(action, on: "2026-07-01") == (state != .complete))
        #expect(!found.isOverdue(action, on: "2026-06-30"))
    }

    @Test func `an action that no number shows is complete when it is marked so, and one not checkable is not`() {
        var action = ImprovementAction(
            what: "x", theme: "t", answers: ["p"], owner: "ana", byOn: "2026-06-30", beganOn: "2026-01-05")
        #expect(ActionState(action, ActionJudgement(.noMeasure, because: "")) == .open)
        action.completedOn = "2026-06-01"
        #expect(ActionState(action, ActionJudgement(.noMeasure, because: "")) == .complete)
        #expect(ActionState(action, ActionJudgement(.notCheckable, because: "")) == .notShown)
        action.droppedOn = "2026-06-02"
        #expect(ActionState(action, ActionJudgement(.red, because: "")) == .dropped)
    }
}
