import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct PlanDriftTests {
    private let code: ConcernCode = "plan-drift"

    @Test(
        arguments: [
            ("2024-03-02", "2026-03-03"), ("2024-03-03", "2026-03-04"), ("2024-02-29", "2026-03-01"),
            ("2023-12-31", "2026-01-01"),
        ] as [(Day, Day)])
    func `a plan stands as drifting from the day after two years`(start: Day, onset: Day) throws {
        var ada = Child.ada
        ada.planned(start)
        let concern = try Check(ada).only(code)
        #expect(concern.onset == onset)
        #expect(concern.due == onset - 1)
        #expect(concern.clearedOn == nil)
        #expect(concern.about.key == "child-protection-plan:\(start)")
        #expect(concern.level(on: "2027-12-31") == 2)
    }

    @Test(arguments: [("2026-03-04", false), ("2026-03-05", true)] as [(Day, Bool)])
    func `a plan ended by then never drifts`(until: Day, fires: Bool) {
        var ada = Child.ada
        ada.planned("2024-03-03", until: until)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `a census knows when a plan began even before its year`() throws {
        var ada = Child.ada
        ada.planned("2023-06-01")
        #expect(try Check(ada, .census).only(code).onset == "2025-06-02")
        #expect(Check(ada, .census).unchecked(code).isEmpty)
    }

    @Test func `it ends at 18, and on adoption`() throws {
        var ada = Child("Ada", born: "2008-06-01")
        ada.planned("2024-03-03")
        #expect(try Check(ada).only(code).ending == .turned18)
        var ben = Child.ben
        ben.planned("2024-03-03")
        ben.cared("2026-03-20", until: "2026-05-01", "E11")
        #expect(try Check(ben).only(code).endedOn == "2026-05-01")
    }
}
