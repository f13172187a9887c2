import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct PlanAgainTests {
    private let code: ConcernCode = "plan-again"

    @Test(
        arguments: [
            ("2024-03-23", false), ("2024-03-24", true), ("2024-03-25", true), ("2026-03-01", true), (nil, true),
        ] as [(Day?, Bool)])
    func `a plan within 24 months of the last one's end is a return`(ended: Day?, fires: Bool) throws {
        var ada = Child.ada
        ada.planned("2022-06-01", until: ended, earlier: nil)
        ada.planned("2026-03-24", earlier: nil)
        guard fires else { return #expect(Check(ada).found(code).isEmpty) }
        let concern = try Check(ada).only(code)
        #expect(concern.onset == "2026-03-24")
        #expect(concern.about.key == "child-protection-plan:2026-03-24")
        #expect(!concern.inToday)
        #expect(concern.level(on: "2027-03-24") == 3)
    }

    @Test(arguments: [(0, false), (1, true), (3, true)])
    func `an earlier plan the source only counts is a return too`(earlier: Int, fires: Bool) throws {
        var ada = Child.ada
        ada.planned("2026-03-24", earlier: earlier)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `neither counted nor within the source is no answer`() {
        var ada = Child.ada
        ada.planned("2026-03-24", earlier: nil)
        #expect(Check(ada).unchecked(code).isEmpty)
        #expect(Check(ada, .census).unchecked(code).count == 1)
        #expect(Check(ada, .census).found(code).isEmpty)
    }

    @Test func `an earlier plan that ended outside every calendar is no answer`() {
        var ada = Child.ada
        ada.planned("1900-06-01", until: "1901-06-01")
        ada.planned("2026-03-24", earlier: nil)
        #expect(Check(ada).found(code).filter { $0.about.on == "2026-03-24" }.isEmpty)
        #expect(!Check(ada).unchecked(code).isEmpty)
    }

    @Test func `the number of earlier plans is never told as nought`() throws {
        var ada = Child.ada
        ada.planned("2025-06-01", until: "2025-12-01")
        ada.planned("2026-03-24", earlier: 0)
        let check = Check(ada)
        let concern = try check.only(code)
        #expect(concern.numbers == [1])
        #expect(concern.explanation(on: "2026-04-01", check.setting)?.why.contains("one earlier plan") == true)
    }

    @Test func `two rows of one day are not one plan after another`() {
        var ada = Child.ada
        ada.planned("2026-03-24")
        ada.planned("2026-03-24")
        #expect(Check(ada).found(code).isEmpty)
    }
}
