import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct AssessmentChildUnseenTests {
    private let code: ConcernCode = "assessment-child-unseen"

    private func assessed(_ child: Child = .ada, seen: Bool?, closed: Day? = nil) -> Child {
        var child = child
        child.referred("2026-03-03", closed: closed)
        child.assessed("2026-03-05", authorised: "2026-04-20", seen: seen)
        return child
    }

    @Test func `authorised without the child being seen is a concern that day`() throws {
        let concern = try Check(assessed(seen: false)).only(code)
        #expect(concern.onset == "2026-04-20")
        #expect(concern.about.key == "assessment:2026-03-05")
        #expect(concern.level(on: "2026-04-20") == 1)
        #expect(concern.clearedOn == nil)
    }

    @Test(
        arguments: [
            ("2026-03-04", true), ("2026-03-05", false), ("2026-04-20", false), ("2026-04-21", true),
        ] as [(Day, Bool)])
    func `a visit from its start to its end at which the child was seen answers it`(visit: Day, fires: Bool) {
        var ada = assessed(seen: false)
        ada.visited(visit, .other)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `the next visit on which the child is seen clears it`() throws {
        var ada = assessed(seen: false)
        ada.visited("2026-04-22", .childInNeed, seen: false)
        ada.visited("2026-04-24", .childInNeed, seen: nil)
        ada.visited("2026-04-27", .childInNeed)
        let concern = try Check(ada).only(code)
        #expect(concern.clearedOn == "2026-04-27")
        #expect(concern.stands(on: "2026-04-26"))
    }

    @Test func `seen is no concern, and a blank is unknown`() {
        #expect(Check(assessed(seen: true)).found(code).isEmpty)
        #expect(Check(assessed(seen: true)).unchecked(code).isEmpty)
        #expect(Check(assessed(seen: nil)).found(code).isEmpty)
        #expect(Check(assessed(seen: nil)).unchecked(code).count == 1)
        var visited = assessed(seen: nil)
        visited.visited("2026-03-10", .childInNeed)
        #expect(Check(visited).unchecked(code).isEmpty)
    }

    @Test func `an open assessment is not yet asked`() {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.assessed("2026-03-05", seen: false)
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test func `an unborn child cannot be seen`() {
        #expect(Check(assessed(.cleo, seen: false)).found(code).isEmpty)
        #expect(Check(assessed(Child("Cleo", born: "2026-04-21"), seen: false)).found(code).isEmpty)
        #expect(Check(assessed(Child("Cleo", born: "2026-04-20"), seen: false)).found(code).count == 1)
    }

    @Test func `a birth expected before the end and never recorded is no answer`() {
        let check = Check(assessed(Child("Cleo", born: nil, expected: "2026-04-01"), seen: false))
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code).count == 1)
    }

    @Test func `closing later ends it`() throws {
        let concern = try Check(assessed(seen: false, closed: "2026-05-06")).only(code)
        #expect(concern.endedOn == "2026-05-06")
        #expect(concern.ending == .closed)
    }

    @Test func `a census never says`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }
}

@Suite struct AssessmentSeenEarlyTests {
    @Test(
        arguments: [
            // Ten working days from Tue 3 Mar 2026 are over on 17 March.
            ("2026-03-17", nil), ("2026-03-18", "2026-03-18"), ("2026-03-02", .some(nil)), (nil, .some(nil)),
        ] as [(Day?, Day??)])
    func `a child is seen in the first ten working days of an assessment`(seen: Day?, cleared: Day??) {
        var ada = Child.ada
        ada.referred("2026-03-02")
        ada.assessed("2026-03-03", seen: nil)
        if let seen { ada.visited(seen, .childInNeed) }
        let found = Check(ada, .record).found("assessment-child-unseen", limb: "by-day-10")
        #expect(found.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.onset == "2026-03-18" && $0.level(on: $0.onset) == 1 })
        #expect(Check(ada).found("assessment-child-unseen").isEmpty, "no file is asked")
    }
}
