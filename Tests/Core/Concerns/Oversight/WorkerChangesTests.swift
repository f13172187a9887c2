import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct WorkerChangesTests {
    private let code: ConcernCode = "worker-changes"
    private let workers = ["A": Worker(), "B": Worker(), "C": Worker(), "D": Worker()]

    private func led(_ leads: [(String?, Day)]) -> Check {
        var ada = Child.ada
        ada.referred("2025-03-03")
        for (worker, from) in leads { ada.led(by: worker, from) }
        return Check(ada, workers: workers)
    }

    @Test(arguments: [("2026-03-02", true), ("2026-03-03", true), ("2026-03-04", false)] as [(Day, Bool)])
    func `a fourth lead within twelve months of the first`(fourth: Day, fires: Bool) throws {
        let check = led([("A", "2025-03-03"), ("B", "2025-06-02"), ("C", "2025-09-01"), ("D", fourth)])
        guard fires else { return #expect(check.found(code).isEmpty) }
        let concern = try check.only(code)
        #expect(concern.onset == fourth)
        #expect(concern.about.key == "allocation:\(fourth)")
        #expect(!concern.inToday)
        #expect(concern.stands(on: fourth + 89))
        #expect(!concern.stands(on: fourth + 90))
        #expect(concern.evidence.count == 4)
    }

    @Test func `coming back counts, going on does not`() {
        #expect(
            led([("A", "2025-03-03"), ("B", "2025-04-01"), ("A", "2025-05-01"), ("B", "2025-06-02")]).found(code).count
                == 1)
        #expect(
            led([("A", "2025-03-03"), ("A", "2025-04-01"), ("B", "2025-05-01"), ("C", "2025-06-02")]).found(code)
                .isEmpty)
    }

    @Test func `a fifth is looked at too`() {
        let check = led([
            ("A", "2025-03-03"), ("B", "2025-04-01"), ("C", "2025-05-01"), ("D", "2025-06-02"), ("A", "2025-07-01"),
        ])
        #expect(check.found(code).map(\.onset) == ["2025-06-02", "2025-07-01"])
    }

    @Test func `second workers are not leads`() {
        var ada = Child.ada
        for (worker, day) in [("A", "2025-03-03"), ("B", "2025-04-01"), ("C", "2025-05-01"), ("D", "2025-06-02")]
            as [(String, Day)]
        {
            ada.led(by: worker, day, as: .second)
        }
        #expect(Check(ada, workers: workers).found(code).isEmpty)
    }

    @Test func `a census cannot say`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }
}
