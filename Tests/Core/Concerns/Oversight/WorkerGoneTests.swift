import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct WorkerGoneTests {
    private let code: ConcernCode = "worker-gone"
    private let workers = ["W1": Worker(leftOn: "2026-05-29"), "W2": Worker()]

    private func held(until: Day? = nil, next: Day? = nil, closed: Day? = nil) -> Child {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: closed)
        ada.led(by: "W1", "2026-03-03", until: until)
        if let next { ada.led(by: "W2", next) }
        return ada
    }

    @Test func `a lead who has left and still holds the child`() throws {
        let concern = try Check(held(), workers: workers).only(code)
        #expect(concern.onset == "2026-05-29")
        #expect(concern.about.key == "allocation:2026-03-03")
        #expect(concern.level(on: "2026-05-29") == 1)
        #expect(concern.clearedOn == nil)
    }

    @Test func `a lead the source no longer lists has gone by its last day`() throws {
        let concern = try Check(held(), workers: ["W2": Worker()]).only(code)
        #expect(concern.onset == "2027-12-31")
    }

    @Test func `a worker who has not left holds the child`() {
        #expect(Check(held(), workers: ["W1": Worker()]).found(code).isEmpty)
    }

    @Test(arguments: [("2026-05-28", nil), ("2026-05-29", nil), ("2026-05-30", "2026-05-31")] as [(Day, Day?)])
    func `holding the child up to the day of leaving is no concern`(until: Day, cleared: Day?) {
        let found = Check(held(until: until), workers: workers).found(code)
        #expect(found.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `it clears when the allocation ends or another lead begins, whichever is first`() throws {
        #expect(try Check(held(next: "2026-06-10"), workers: workers).only(code).clearedOn == "2026-06-10")
        let both = held(until: "2026-06-05", next: "2026-06-10")
        #expect(try Check(both, workers: workers).only(code).clearedOn == "2026-06-06")
    }

    @Test func `a child another lead already held when the worker left is not unheld`() {
        #expect(Check(held(next: "2026-05-11"), workers: workers).found(code).isEmpty)
    }

    @Test(arguments: [("2026-05-29", false), ("2026-05-30", true)] as [(Day, Bool)])
    func `a child closed by then is not unheld`(closed: Day, fires: Bool) {
        #expect(Check(held(closed: closed), workers: workers).found(code).isEmpty != fires)
    }

    @Test func `a child on a plan or in care is open without a referral`() {
        var onPlan = Child.ada
        onPlan.planned("2026-03-24")
        onPlan.led(by: "W1", "2026-03-24")
        #expect(Check(onPlan, workers: workers).found(code).count == 1)
        var inCare = Child.ada
        inCare.cared("2026-03-24")
        inCare.led(by: "W1", "2026-03-24")
        #expect(Check(inCare, workers: workers).found(code).count == 1)
    }

    @Test func `a child referred again to a worker who left long ago is held by nobody`() throws {
        var ada = Child.ada
        ada.referred("2025-01-06", closed: "2025-06-02")
        ada.led(by: "W1", "2025-01-06")
        ada.referred("2026-09-01")
        let concern = try Check(ada, workers: workers).only(code)
        #expect(concern.onset == "2026-09-01")
    }

    @Test func `a lead with no worker named is unknown`() {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.led(by: nil, "2026-03-03")
        #expect(Check(ada, workers: workers).unchecked(code).count == 1)
    }

    @Test func `a source without workers cannot say`() {
        #expect(Check(held(), .extract(without: [.workers])).blind.contains { $0.code == code })
    }

    // 3 Aug 2026 is a Monday: five working days end on Mon 10 Aug.
    private func away(_ from: Day = "2026-08-03", until: Day? = nil) -> [String: [WorkerAbsence]] {
        ["W1": [WorkerAbsence(from: from, until: until, reason: .planned)]]
    }

    private func absent(
        _ child: Child, _ absences: [String: [WorkerAbsence]], overrides: [LimitID: Int] = [:]
    ) -> [Concern] {
        Check(child, .record, workers: ["W1": Worker(), "W2": Worker()], overrides: overrides, absences: absences)
            .found(code, limb: "absent")
    }

    @Test func `a lead away for more than five working days with nobody to cover`() throws {
        let concern = try #require(absent(held(), away()).first)
        #expect(concern.clockStart == "2026-08-03" && concern.due == "2026-08-10" && concern.onset == "2026-08-11")
        #expect(concern.clearedOn == nil && concern.level(on: "2026-08-11") == 1)
    }

    @Test(arguments: [("2026-08-09", 0), ("2026-08-10", 0), ("2026-08-11", 1)] as [(Day, Int)])
    func `coming back within the days allowed is no concern, and later it ends and is not cleared`(
        until: Day, found: Int
    ) {
        let concerns = absent(held(), away(until: until))
        #expect(concerns.count == found)
        #expect(concerns.allSatisfy { $0.clearedOn == nil && $0.endedOn == until + 1 })
    }

    @Test(arguments: [("2026-08-03", nil), ("2026-08-10", nil), ("2026-08-12", "2026-08-12")] as [(Day, Day?)])
    func `it clears when somebody is named who covers`(from: Day, cleared: Day?) {
        var child = held()
        child.led(by: "W2", from, as: .cover)
        #expect(absent(child, away()).map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test func `cover that ends while the lead is still away leaves the child uncovered at once`() throws {
        var child = held()
        child.led(by: "W2", "2026-08-03", until: "2026-08-20", as: .cover)
        let concern = try #require(absent(child, away()).first)
        #expect(concern.onset == "2026-08-21" && concern.clearedOn == nil)
        #expect(absent(child, away(until: "2026-08-20")).isEmpty)
    }

    @Test func `a child given to another worker is covered, and a lead cannot cover for themselves`() throws {
        #expect(absent(held(until: "2026-08-05", next: "2026-08-06"), away()).isEmpty)
        #expect(try #require(absent(held(next: "2026-08-20"), away()).first).clearedOn == "2026-08-20")
        var child = held()
        child.led(by: "W1", "2026-08-03", as: .cover)
        #expect(absent(child, away()).count == 1)
    }

    @Test func `a leaving that is recorded counts where the source does not tell of everybody`() {
        let cover = Cover.record(without: [.workers, .qualifications, .absences])
        #expect(Check(held(), cover, workers: workers).found(code, limb: "left").map(\.onset) == ["2026-05-29"])
        #expect(Check(held(), cover, workers: [:]).found(code).isEmpty, "somebody not listed may be there")
        #expect(Check(held(), cover, workers: ["W1": Worker()], absences: away()).found(code).count == 1)
    }

    @Test(
        arguments: [
            // whoever covers: left on, away from, away until; uncovered from
            (nil, nil, nil, nil), ("2026-08-20", nil, nil, "2026-08-20"), ("2026-08-01", nil, nil, "2026-08-11"),
            (nil, "2026-08-18", "2026-08-19", "2026-08-18"), (nil, "2026-08-03", nil, "2026-08-11"),
            (nil, "2026-08-24", nil, "2026-08-24"), (nil, "2026-06-01", "2026-08-02", nil),
        ] as [(Day?, Day?, Day?, Day?)])
    func `whoever covers counts only on days when they have not left and are not away`(
        left: Day?, awayFrom: Day?, awayUntil: Day?, uncovered: Day?
    ) {
        var child = held()
        child.led(by: "W2", "2026-08-03", as: .cover)
        var absences = away(until: "2026-09-30")
        if let awayFrom { absences["W2"] = [WorkerAbsence(from: awayFrom, until: awayUntil, reason: .planned)] }
        let check = Check(
            child, .record, workers: ["W1": Worker(), "W2": Worker(leftOn: left)], absences: absences)
        let found = check.found(code, limb: "absent")
        #expect(found.map(\.onset) == (uncovered.map { [$0] } ?? []))
        if awayUntil == "2026-08-19" { #expect(found.map(\.clearedOn) == ["2026-08-20"], "back, they cover again") }
    }

    @Test func `two referrals open at once and two absences that overlap are one row`() throws {
        var child = held()
        child.referred("2026-04-01")
        var absences = away(until: "2026-08-12")
        absences["W1"]?.append(WorkerAbsence(from: "2026-08-03", until: "2026-09-30", reason: .unplanned))
        let found = Check(child, .record, workers: ["W1": Worker(), "W2": Worker()], absences: absences).found(code)
        #expect(found.count == 1)
        #expect(found.first?.endedOn == "2026-10-01", "the longer of the two")
    }

    @Test func `a lead who has left stands on while a second referral is open after the first is closed`() throws {
        var child = held(closed: "2026-07-01")
        child.referred("2026-04-01")
        let concern = try Check(child, workers: workers).only(code)
        #expect(concern.onset == "2026-05-29" && concern.stands(on: "2026-08-03"))
    }
}
