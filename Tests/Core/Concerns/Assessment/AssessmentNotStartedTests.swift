import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct AssessmentNotStartedTests {
    private let code: ConcernCode = "assessment-not-started"

    @Test(
        arguments: [
            ("2026-03-03", "2026-03-04", nil), ("2026-03-03", "2026-03-05", nil),
            ("2026-03-03", "2026-03-06", "2026-03-06"),
            ("2026-03-05", "2026-03-09", nil), ("2026-03-05", "2026-03-10", "2026-03-10"),
            ("2026-04-01", "2026-04-07", nil), ("2026-04-01", "2026-04-08", "2026-04-08"),
            ("2026-12-23", "2026-12-29", nil), ("2026-12-23", "2026-12-30", "2026-12-30"),
        ] as [(Day, Day, Day?)])
    func `an assessment started by the second working day is in time`(received: Day, started: Day, onset: Day?) throws {
        for isEnquiry in [false, true] {
            var ada = Child.ada
            ada.referred(received)
            if isEnquiry { ada.enquired(started) } else { ada.assessed(started) }
            guard let onset else {
                #expect(Check(ada).found(code).isEmpty)
                continue
            }
            let concern = try Check(ada).only(code)
            #expect(concern.onset == onset)
            #expect(concern.due == onset - 1)
            #expect(concern.clearedOn == started)
            #expect(concern.about.key == "referral:\(received)")
        }
    }

    @Test func `it becomes urgent on the twentieth working day over, or at once where harm is alleged`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        let concern = try Check(ada).only(code)
        #expect(concern.level(on: "2026-04-01") == 2)
        #expect(concern.level(on: "2026-04-02") == 1)
        #expect(concern.leavesAtPotentialRisk(on: "2026-04-02"))
        var ben = Child.ben
        ben.referred("2026-03-03", harm: true)
        #expect(try Check(ben).only(code).level(on: "2026-03-06") == 1)
    }

    @Test func `the first of an assessment and an enquiry is what counts`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.assessed("2026-03-20")
        ada.enquired("2026-03-10")
        #expect(try Check(ada).only(code).clearedOn == "2026-03-10")
    }

    @Test func `an assessment of another referral does not count`() {
        var ada = Child.ada
        let first = ada.referred("2026-03-03")
        ada.referred("2026-03-10")
        ada.assessed("2026-03-11", referral: first)
        #expect(Check(ada).found(code).map(\.about.key) == ["referral:2026-03-03", "referral:2026-03-10"])
        #expect(Check(ada).found(code).map(\.clearedOn) == ["2026-03-11", nil])
    }

    @Test(arguments: [("2026-03-06", false), ("2026-03-07", true)] as [(Day, Bool)])
    func `closing by the onset ends it before it begins`(closed: Day, fires: Bool) {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: closed)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `a closing day before the referral silences nothing`() {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2025-03-03")
        #expect(Check(ada).found(code).count == 1)
    }

    @Test(arguments: [("2025-03-31", false), ("2025-04-01", true), ("2025-04-02", true)] as [(Day, Bool)])
    func `a census answers for referrals from its first day`(received: Day, isKnown: Bool) {
        var ada = Child.ada
        ada.referred(received)
        let check = Check(ada, .census)
        #expect(check.found(code).isEmpty != isKnown)
        #expect(check.unchecked(code).isEmpty == isKnown)
    }

    @Test func `an assessment in time is seen even where the cover began later`() {
        var ada = Child.ada
        ada.referred("2025-03-31")
        ada.assessed("2025-04-01")
        #expect(Check(ada, .census).unchecked(code).isEmpty)
    }

    @Test func `a source without assessments, or without enquiries, cannot say`() {
        for fact: CoveredFact in [.assessments, .enquiries, .referrals] {
            #expect(Check(Child.ada, .extract(without: [fact])).blind.contains { $0.code == code })
        }
    }

    @Test(arguments: ["1066-10-14", "2029-01-02", "2100-01-01"] as [Day])
    func `a referral dated outside every calendar is no answer`(received: Day) {
        var ada = Child("Ada", born: nil)
        ada.referred(received)
        #expect(Check(ada).found(code).isEmpty)
        #expect(Check(ada).unchecked(code).map(\.because) == ["a date lies outside the years the calendar knows"])
    }
}
