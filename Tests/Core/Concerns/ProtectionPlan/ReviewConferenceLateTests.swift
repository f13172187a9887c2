import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ReviewConferenceLateTests {
    private let code: ConcernCode = "review-conference-late"

    private func planned(conference: Day? = "2026-03-20", until: Day? = nil, reviews: [Day] = []) -> Child {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03")
        let held = conference.map { ada.conferred($0, referral: referral) }
        let plan = ada.planned("2026-03-24", until: until, referral: referral, conference: held)
        for day in reviews { ada.reviewed(day, of: plan) }
        return ada
    }

    @Test(
        arguments: [
            ("2026-06-19", nil), ("2026-06-20", nil), ("2026-06-21", "2026-06-21"), ("2026-07-20", "2026-06-21"),
        ] as [(Day, Day?)])
    func `the first review is within three months of the initial conference`(held: Day, onset: Day?) throws {
        let first = Check(planned(reviews: [held])).found(code, limb: "first")
        #expect(first.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(first.allSatisfy { $0.clearedOn == held && $0.standard == "cp_review_first_3m" })
        #expect(first.allSatisfy { $0.about.key == "child-protection-plan:2026-03-24" && $0.baseLevel == 1 })
    }

    @Test(arguments: [("2026-12-10", nil), ("2026-12-11", "2026-12-11")] as [(Day, Day?)])
    func `the next is within six months of the last`(held: Day, onset: Day?) throws {
        let next = Check(planned(reviews: ["2026-06-10", held])).found(code).filter { $0.clockStart == "2026-06-10" }
        #expect(next.map(\.onset) == (onset.map { [$0] } ?? []))
        #expect(next.allSatisfy { $0.limb == "next" && $0.standard == "cp_review_next_6m" })
    }

    @Test(
        arguments: [
            ("2025-11-30", "2026-02-28"), ("2025-12-31", "2026-03-31"), ("2024-11-30", "2025-02-28"),
            ("2023-11-30", "2024-02-29"), ("2026-01-31", "2026-04-30"),
        ] as [(Day, Day)])
    func `three months end with the month where it has no such day`(conference: Day, due: Day) throws {
        var ada = Child.ada
        ada.conferred(conference)
        ada.planned(conference)
        #expect(try Check(ada).only(code).due == due)
    }

    @Test(
        arguments: [
            ("2026-05-04", "2026-05-04"), ("2026-06-20", "2026-06-20"), ("2026-06-21", "2026-06-20"),
            ("2026-03-20", "2026-06-20"),
        ] as [(Day, Day)])
    func `a conference that said sooner is kept to, and one that said later changes nothing`(said: Day, due: Day) throws
    {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03")
        var initial = Conference(kind: .initial, heldOn: "2026-03-20")
        (initial.referral, initial.nextReviewBy) = (referral, said)
        let conference = ada.add(initial)
        ada.planned("2026-03-24", referral: referral, conference: conference)
        #expect(try Check(ada).only(code).due == due)
    }

    @Test func `without a conference the plan's start begins the clock`() throws {
        #expect(try Check(planned(conference: nil)).only(code).due == "2026-06-24")
    }

    @Test func `an earlier plan's conference, a later one or a review is not the one it came from`() throws {
        var ada = Child.ada
        ada.conferred("2025-01-06")
        ada.planned("2025-01-06", until: "2025-06-02")
        ada.conferred("2026-03-10", kind: .review)
        ada.planned("2026-03-24")
        ada.conferred("2026-03-25")
        let second = Check(ada).found(code).filter { $0.about.on == "2026-03-24" }
        #expect(second.map(\.clockStart) == ["2026-03-24"])
    }

    @Test func `a review planned and not held is no review`() throws {
        var ada = planned()
        ada.reviewed(nil, due: "2026-06-10")
        #expect(try Check(ada).only(code).clearedOn == nil)
    }

    @Test func `a review of an earlier plan, or dated before the plan, does not count`() throws {
        var ada = planned()
        ada.reviewed("2026-05-01", of: "an earlier plan")
        ada.reviewed("2025-05-01")
        let found = Check(ada).found(code)
        #expect(found.map(\.clockStart) == ["2026-05-01"])
    }

    @Test(arguments: [("2026-06-21", false), ("2026-06-22", true)] as [(Day, Bool)])
    func `the end of the plan stops it`(until: Day, fires: Bool) {
        #expect(Check(planned(until: until)).found(code).isEmpty != fires)
    }

    @Test func `a review held after the plan had ended starts no new clock`() {
        #expect(Check(planned(until: "2026-06-01", reviews: ["2026-06-03"])).found(code).isEmpty)
    }

    @Test func `where the census began after the plan the latest possible review is taken`() throws {
        var ada = Child.ada
        ada.referred("2024-05-01")
        let plan = ada.planned("2024-06-03")
        var check = Check(ada, .census)
        #expect(try check.only(code).limb == "next")
        #expect(try check.only(code).clockStart == "2025-03-31")
        #expect(try check.only(code).onset == "2025-10-01")
        #expect(check.unchecked(code).map(\.limb) == ["first"])
        ada.reviewed("2025-09-30", of: plan)
        check = Check(ada, .census)
        #expect(try check.only(code).clockStart == "2025-09-30")
    }

    @Test func `from the first day of the census the clock is known`() throws {
        var ada = Child.ada
        ada.planned("2025-04-01")
        let check = Check(ada, .census)
        #expect(try check.only(code).limb == "first")
        #expect(try check.only(code).due == "2025-07-01")
        #expect(check.unchecked(code).isEmpty)
    }

    @Test func `a source without reviews cannot say`() {
        #expect(Check(planned(), .extract(without: [.planReviews])).blind.filter { $0.code == code }.count == 2)
    }
}
