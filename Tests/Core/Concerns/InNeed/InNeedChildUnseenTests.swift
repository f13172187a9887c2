import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct InNeedChildUnseenTests {
    private let code: ConcernCode = "in-need-child-unseen"

    private func inNeed(_ child: Child = .ada, closed: Day? = nil) -> Child {
        var child = child
        child.referred("2026-03-03", closed: closed)
        return child
    }

    @Test(arguments: [("2026-03-30", nil), ("2026-03-31", nil), ("2026-04-01", "2026-04-01")] as [(Day, Day?)])
    func `a child in need is seen within 20 working days`(seen: Day, onset: Day?) throws {
        var ada = inNeed()
        ada.visited(seen, .childInNeed)
        let first = Check(ada).found(code, limb: "never")
        #expect(first.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(first.allSatisfy { $0.clearedOn == seen && $0.about.key == "referral:2026-03-03" })
    }

    @Test(arguments: VisitPurpose.allCases)
    func `a visit of any purpose counts when the child was seen`(purpose: VisitPurpose) throws {
        var ada = inNeed()
        ada.visited("2026-03-24", purpose)
        let concern = try Check(ada).only(code)
        #expect(concern.limb == "since")
        #expect(concern.due == "2026-04-23")
    }

    @Test func `a blank or a failed visit does not count`() throws {
        var ada = inNeed()
        ada.visited("2026-03-20", .childInNeed, seen: nil)
        ada.visited("2026-03-24", .childInNeed, seen: false)
        let concern = try Check(ada).only(code)
        #expect(concern.onset == "2026-04-01")
        #expect(concern.level(on: "2026-04-01") == 2)
    }

    @Test func `two failed visits running make it urgent from the second, a blank between them or not`() throws {
        var ada = inNeed()
        ada.visited("2026-04-02", .childInNeed, seen: false)
        ada.visited("2026-04-08", .childInNeed, seen: nil)
        ada.visited("2026-04-10", .childInNeed, seen: false)
        let concern = try Check(ada).only(code)
        #expect(concern.level(on: "2026-04-09") == 2)
        #expect(concern.level(on: "2026-04-10") == 1)
    }

    @Test func `a sighting between two failures starts the count again`() {
        var ada = inNeed()
        ada.visited("2026-03-05", .childInNeed, seen: false)
        ada.visited("2026-03-06", .childInNeed)
        ada.visited("2026-03-10", .childInNeed, seen: false)
        #expect(Check(ada).found(code).map { $0.level(on: $0.onset) } == [2])
    }

    @Test(arguments: [("2026-04-01", false), ("2026-04-02", true)] as [(Day, Bool)])
    func `closing, a plan or care by the onset stops it`(stopped: Day, fires: Bool) {
        #expect(Check(inNeed(closed: stopped)).found(code).isEmpty != fires)
        var onPlan = inNeed()
        onPlan.planned(stopped)
        #expect(Check(onPlan).found(code).isEmpty != fires)
        var inCare = inNeed()
        inCare.cared(stopped)
        #expect(Check(inCare).found(code).isEmpty != fires)
    }

    @Test func `after a plan ends the clock starts afresh`() throws {
        var ada = inNeed()
        ada.planned("2026-03-10", until: "2026-05-07")
        let concern = try Check(ada).only(code)
        #expect(concern.clockStart == "2026-05-07")
        #expect(concern.due == "2026-06-05")
    }

    @Test func `a plan inside a time in care opens no gap`() {
        var ada = inNeed()
        ada.cared("2026-03-05", until: "2026-09-01")
        ada.planned("2026-04-01", until: "2026-05-01")
        #expect(Check(ada).found(code).map(\.clockStart) == ["2026-09-01"])
    }

    @Test func `an unborn child is not visited, and from birth is`() throws {
        let unborn = Check(inNeed(Child("Cleo", born: nil, expected: "2028-01-03")))
        #expect(unborn.found(code).isEmpty)
        #expect(unborn.unchecked(code).isEmpty)
        #expect(try Check(inNeed(Child("Cleo", born: "2026-03-24"))).only(code).due == "2026-04-23")
    }

    @Test func `a birth expected and never recorded, or dated after the source, is no all clear`() {
        #expect(Check(inNeed(.cleo)).unchecked(code).count == 1)
        #expect(Check(inNeed(.cleo, closed: "2026-05-01")).unchecked(code).isEmpty)
        #expect(Check(inNeed(Child("Eve", born: "2028-05-04"))).unchecked(code).count == 1)
    }

    @Test func `a referral on which nothing followed makes no child in need`() {
        var ada = Child.ada
        ada.referred("2026-03-03", nfa: true)
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test func `a source without care episodes cannot tell who is in need`() {
        for fact: CoveredFact in [.careEpisodes, .inNeedVisitSeen, .inNeedVisits] {
            #expect(Check(inNeed(), .extract(without: [fact])).blind.contains { $0.code == code })
        }
    }
}
