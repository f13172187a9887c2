import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct InNeedDriftTests {
    private let code: ConcernCode = "in-need-drift"

    @Test func `a year in need without a step stands from the day after`() throws {
        var ada = Child.ada
        ada.referred("2025-03-03")
        let concern = try Check(ada).only(code)
        #expect(concern.due == "2026-03-03")
        #expect(concern.onset == "2026-03-04")
        #expect(concern.about.key == "referral:2025-03-03")
        #expect(concern.level(on: "2027-12-31") == 3)
    }

    @Test(arguments: [("2026-03-03", nil), ("2026-03-04", "2026-03-04")] as [(Day, Day?)])
    func `a plan begun within the year is a step, and a later one clears it`(began: Day, cleared: Day?) {
        var ada = Child.ada
        ada.referred("2025-03-03")
        ada.helped(began)
        let first = Check(ada).found(code).filter { $0.clockStart == "2025-03-03" }
        #expect(first.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `a plan ending and a legal step are steps`() {
        var ada = Child.ada
        ada.referred("2024-03-04")
        ada.helped("2024-04-01", until: "2025-03-31")
        ada.add(PreProceedings(letterSentOn: "2026-03-30"))
        #expect(Check(ada).found(code).map(\.clockStart) == ["2026-03-30"])
    }

    @Test(arguments: [("2026-03-04", false), ("2026-03-05", true)] as [(Day, Bool)])
    func `a protection plan, care or closing ends the stretch`(day: Day, fires: Bool) {
        var closed = Child.ada
        closed.referred("2025-03-03", closed: day)
        var onPlan = Child.ada
        onPlan.referred("2025-03-03")
        onPlan.planned(day)
        var inCare = Child.ada
        inCare.referred("2025-03-03")
        inCare.cared(day)
        for child in [closed, onPlan, inCare] { #expect(Check(child).found(code).isEmpty != fires) }
    }

    @Test func `each stretch in need is looked at on its own`() {
        var ada = Child.ada
        ada.referred("2024-03-04")
        ada.planned("2025-01-06", until: "2025-06-02")
        #expect(Check(ada).found(code).map(\.onset) == ["2026-06-03"])
    }

    @Test func `a census cannot know the steps taken before it began`() {
        var ada = Child.ada
        ada.referred("2024-03-04")
        #expect(Check(ada, .census).found(code).isEmpty)
        #expect(Check(ada, .census).unchecked(code).count == 1)
        var ben = Child.ben
        ben.referred("2025-04-01")
        #expect(Check(ben, .census).found(code).map(\.onset) == ["2026-04-02"])
        #expect(Check(ben, .census).unchecked(code).isEmpty)
    }

    @Test func `a plan that already ran when the clock started shows there was no step in between`() {
        var ada = Child.ada
        ada.referred("2024-03-04")
        ada.helped("2024-03-04")
        #expect(Check(ada, .census).found(code).map(\.onset) == ["2025-03-05"])
        #expect(Check(ada, .census).unchecked(code).isEmpty)
    }

    @Test(arguments: [(DecisionPoint.nextStep, 1), (.signOff, 0)])
    func `a manager's decision on what comes next is a step, and one on something else is not`(
        point: DecisionPoint, steps: Int
    ) {
        var ada = Child.ada
        ada.referred("2025-03-03")
        ada.add(ManagementDecision(on: "2026-03-04", point: point, decision: "Goes on", why: "It works", by: "ana"))
        let first = Check(ada).found(code).first { $0.clockStart == "2025-03-03" }
        #expect(first?.clearedOn == (steps == 1 ? "2026-03-04" : nil))
    }
}
