import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct CaseUnsupervisedTests {
    private func check(onPlan: Bool, _ days: [Day], closed: Day? = nil) -> Check {
        var ada = Child.ada
        ada.add(
            Referral(
                receivedOn: "2026-03-03", noFurtherAction: false, decidedOn: "2026-03-03", closedOn: closed,
                closureReason: closed == nil ? nil : "RC8"))
        if onPlan { ada.add(ChildProtectionPlan(startedOn: "2026-03-03")) }
        for day in days { ada.add(CaseSupervision(on: day, weighed: "The plan")) }
        return Check(ada, .record)
    }

    @Test(arguments: [(true, "2026-04-03"), (false, "2026-04-28")] as [(Bool, Day)])
    func `every month on a plan, every eight weeks otherwise`(onPlan: Bool, due: Day) throws {
        let concern = try check(onPlan: onPlan, []).only("case-unsupervised")
        #expect(concern.due == due)
        #expect(check(onPlan: onPlan, [due]).found("case-unsupervised").allSatisfy { $0.clockStart == due })
    }

    @Test(
        arguments: [("2026-05-02", "2026-06-01"), ("2026-05-01", "2026-06-26"), ("2026-01-01", "2026-06-01")]
            as [(Day, Day)])
    func `from the day a plan ends the child is supervised as others are; an end before its start is no end`(
        ended: Day, due: Day
    ) throws {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", noFurtherAction: false, decidedOn: "2026-03-03"))
        ada.add(ChildProtectionPlan(startedOn: "2026-03-03", endedOn: ended))
        for day in ["2026-04-02", "2026-05-01"] as [Day] { ada.add(CaseSupervision(on: day, weighed: "The plan")) }
        #expect(Check(ada, .record).found("case-unsupervised").map(\.due) == [due])
    }

    @Test func `a closed child needs none`() {
        #expect(check(onPlan: false, [], closed: "2026-04-20").found("case-unsupervised").isEmpty)
    }
}

@Suite struct PlannedNotRecordedTests {
    private func check(_ conference: Conference) -> Check {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", noFurtherAction: false, decidedOn: "2026-03-03"))
        ada.add(conference)
        return Check(ada, .record)
    }

    @Test func `two working days after its day somebody says what became of it`() throws {
        let concern = try check(Conference(kind: .initial, plannedOn: "2026-04-02")).only("planned-not-recorded")
        #expect(concern.due == "2026-04-08")
    }

    @Test func `held, or moved to a day still to come, it is answered`() {
        #expect(
            check(Conference(kind: .initial, plannedOn: "2026-04-02", heldOn: "2026-04-02"))
                .found("planned-not-recorded").isEmpty)
        let moved = Postponement(decidedOn: "2026-04-01", from: "2026-04-02", to: "2026-05-07", reason: .familyAsked)
        let found = check(Conference(kind: .initial, plannedOn: "2026-04-02", postponements: [moved]))
            .found("planned-not-recorded")
        #expect(found.map(\.clockStart) == ["2026-05-07"])
    }

    private func check(_ planned: PlannedVisit, _ made: String? = nil) -> [String] {
        var ada = Child.ada
        ada.add(Referral(receivedOn: "2026-03-03", noFurtherAction: false, decidedOn: "2026-03-03"))
        ada.add(planned)
        if let made, let on = Day(made) { ada.add(Visit(on: on, purpose: .childInNeed, seen: false)) }
        return Check(ada, .record).found("planned-not-recorded").map {
            "\($0.clockStart) \($0.onset) \($0.clearedOn.map { "\($0)" } ?? "stands")"
        }
    }

    @Test func `a planned visit of which nothing is said stands from the third working day until it is`() {
        var planned = PlannedVisit(
            on: "2026-04-13", worker: "ben", purpose: .childInNeed, plannedOn: "2026-04-01")
        #expect(check(planned) == ["2026-04-13 2026-04-16 stands"])
        #expect(check(planned, "2026-04-13") == [], "a visit at which nobody was seen was made")
        #expect(check(planned, "2026-04-14") == ["2026-04-13 2026-04-16 stands"], "another day's is another visit")
        planned.calledOffOn = "2026-04-17"
        #expect(check(planned) == ["2026-04-13 2026-04-16 2026-04-17"])
        planned.calledOffOn = "2026-04-12"
        #expect(check(planned) == [])
    }

    @Test func `a planned visit that is moved after its day leaves that day to be seen, and moved before it does not`()
    {
        func moved(on day: Day) -> PlannedVisit {
            var planned = PlannedVisit(
                on: "2026-05-11", worker: "ben", purpose: .childInNeed, plannedOn: "2026-04-01")
            planned.moves = [PlannedVisitMove(from: "2026-04-13", to: "2026-05-11", why: "x", decidedOn: day)]
            return planned
        }
        #expect(check(moved(on: "2026-04-17")) == ["2026-04-13 2026-04-16 2026-04-17", "2026-05-11 2026-05-14 stands"])
        #expect(check(moved(on: "2026-04-10")) == ["2026-05-11 2026-05-14 stands"])
    }

    @Test func `postponed without a new day it waits for no day`() {
        let moved = Postponement(decidedOn: "2026-04-01", from: "2026-04-02", to: nil, reason: .familyAsked)
        #expect(
            check(Conference(kind: .initial, plannedOn: "2026-04-02", postponements: [moved]))
                .found("planned-not-recorded").isEmpty)
    }
}
