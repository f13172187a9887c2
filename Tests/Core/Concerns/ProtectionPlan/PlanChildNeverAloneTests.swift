import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct PlanChildNeverAloneTests {
    private let code: ConcernCode = "plan-child-never-alone"

    private func planned(_ child: Child = .ada, until: Day? = nil) -> Child {
        var child = child
        child.referred("2026-03-03")
        child.planned("2026-03-24", until: until)
        return child
    }

    @Test(
        arguments: [("2026-05-08", nil), ("2026-05-09", "2026-05-09"), ("2026-06-01", "2026-05-09")] as [(Day, Day?)])
    func `a child on a plan is seen alone within 30 working days`(alone: Day, onset: Day?) throws {
        var ada = planned()
        ada.visited(alone, alone: true)
        let first = Check(ada).found(code).filter { $0.clockStart == "2026-03-24" }
        #expect(first.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(first.allSatisfy { $0.clearedOn == alone && $0.limb == "too-long" && $0.baseLevel == 2 })
    }

    @Test func `the third visit running on which the child was seen but not alone is at once too many`() throws {
        var ada = planned()
        for day: Day in ["2026-03-30", "2026-04-08"] { ada.visited(day, alone: false) }
        #expect(Check(ada).found(code).map(\.limb) == ["too-long"])
        ada.visited("2026-04-20", alone: false)
        let concern = try Check(ada).only(code)
        #expect(concern.limb == "third-visit")
        #expect(concern.onset == "2026-04-20")
        ada.visited("2026-04-27", alone: true)
        #expect(Check(ada).found(code, limb: "third-visit").map(\.clearedOn) == ["2026-04-27"])
    }

    @Test func `a third visit after the time is over adds nothing`() throws {
        var ada = planned()
        for day: Day in ["2026-03-30", "2026-04-08", "2026-05-09"] { ada.visited(day, alone: false) }
        #expect(try Check(ada).only(code).limb == "too-long")
    }

    @Test func `a blank neither counts nor starts the count again`() throws {
        var ada = planned()
        ada.visited("2026-03-30", alone: false)
        ada.visited("2026-04-01", alone: nil)
        ada.visited("2026-04-08", alone: false)
        ada.visited("2026-04-10", seen: nil, alone: true)
        ada.visited("2026-04-13", seen: false, alone: true)
        ada.visited("2026-04-14", .childInNeed, alone: true)
        ada.visited("2026-04-15", alone: false)
        #expect(try Check(ada).only(code).onset == "2026-04-15")
    }

    @Test(
        arguments: [
            // The fourth birthday falls before the plan, on its first day, and after it.
            ("2022-03-23", "2026-03-24"), ("2022-03-24", "2026-03-24"), ("2022-04-20", "2026-04-20"),
            ("2020-02-29", "2026-03-24"),
        ] as [(Day, Day)])
    func `a child is asked alone from the age of 4`(born: Day, clock: Day) throws {
        #expect(try Check(planned(Child("Ben", born: born))).only(code).clockStart == clock)
    }

    @Test func `a plan over before the fourth birthday never asks, and neither does one for a baby`() {
        let ended = Check(planned(Child("Ben", born: "2023-05-01"), until: "2026-08-01"))
        #expect(ended.found(code).isEmpty)
        #expect(ended.unchecked(code).isEmpty)
        let baby = Check(planned(Child("Dot", born: "2026-01-05")))
        #expect(baby.found(code).isEmpty)
        #expect(baby.unchecked(code).isEmpty)
    }

    @Test func `without a birth date nobody can say, unless the child is not born`() {
        #expect(Check(planned(Child("Eve", born: nil))).unchecked(code).count == 1)
        #expect(Check(planned(.cleo)).unchecked(code).isEmpty)
    }

    @Test func `a birth date in the next century is no all clear`() {
        #expect(!Check(planned(Child("Eve", born: "2115-05-04"))).unchecked(code).isEmpty)
    }

    @Test func `it is urgent on the twentieth working day over`() throws {
        let concern = try Check(planned()).only(code)
        #expect(concern.raisedFrom == "2026-06-08")
        #expect(concern.level(on: "2026-06-07") == 2)
        #expect(concern.level(on: "2026-06-08") == 1)
    }

    @Test func `a census cannot say, nor can a source that never says alone`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
        #expect(Check(Child.ada, .record(without: [.protectionVisitAlone])).blind.contains { $0.code == code })
    }
}
