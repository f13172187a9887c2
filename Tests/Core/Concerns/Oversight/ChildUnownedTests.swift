import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ChildUnownedTests {
    private let code: ConcernCode = "child-unowned"
    private let workers = ["W1": Worker(registration: "SW1"), "W2": Worker(registration: "SW2"), "F1": Worker()]

    private func led(until: Day?, next: Day? = nil, closed: Day? = nil) -> Child {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: closed)
        ada.led(by: "W1", "2026-03-03", until: until)
        if let next { ada.led(by: "W2", next) }
        return ada
    }

    @Test(
        arguments: [
            ("2026-04-30", nil), ("2026-05-01", nil), ("2026-05-02", "2026-05-02"), ("2026-06-01", "2026-06-01"),
        ] as [(Day, Day?)])
    func `a day between two leads is a day nobody holds the child`(next: Day, cleared: Day?) {
        let found = Check(led(until: "2026-04-30", next: next), workers: workers).found(code)
        #expect(found.map(\.clearedOn) == (cleared.map { [$0] } ?? []))
        #expect(
            found.allSatisfy {
                $0.onset == "2026-05-01" && $0.about.key == "referral:2026-03-03" && $0.limb == "no-lead"
            })
    }

    @Test func `a lead who ends with nobody after stands, and one who never began is another concern`() throws {
        let concern = try Check(led(until: "2026-04-30"), workers: workers).only(code)
        #expect(concern.clearedOn == nil)
        #expect(concern.level(on: "2026-05-01") == 1)
        var ben = Child.ben
        ben.referred("2026-03-03")
        #expect(Check(ben, workers: workers).found(code).isEmpty)
    }

    @Test(
        arguments: [
            ("2026-04-29", false), ("2026-04-30", false), ("2026-05-01", false), ("2026-05-02", true),
        ] as [(Day, Bool)])
    func `a lead who outlasts the referral, or ends with it, leaves nobody unowned`(closed: Day, fires: Bool) {
        #expect(Check(led(until: "2026-04-30", closed: closed), workers: workers).found(code).isEmpty != fires)
    }

    @Test func `leads that overlap leave no gap`() {
        var ada = led(until: "2026-06-01")
        ada.led(by: "W2", "2026-03-10", until: "2026-04-01")
        ada.led(by: "W2", "2026-06-02")
        #expect(Check(ada, workers: workers).found(code).isEmpty)
    }

    @Test func `a closing day before the referral hides no gap`() {
        #expect(Check(led(until: "2026-04-30", closed: "2025-03-03"), workers: workers).found(code).count == 1)
    }

    @Test func `a child on a plan or in care with no referral on record is open too`() throws {
        var onPlan = Child.ada
        onPlan.planned("2026-03-24")
        onPlan.led(by: "W1", "2026-03-24", until: "2026-04-30")
        let plan = try Check(onPlan, workers: workers).only(code, limb: "no-lead")
        #expect(plan.about.key == "child-protection-plan:2026-03-24")
        #expect(plan.onset == "2026-05-01")
        var inCare = Child.ada
        inCare.cared("2026-03-24", until: "2026-09-01")
        inCare.led(by: "W1", "2026-03-24", until: "2026-04-30")
        let care = try Check(inCare, workers: workers).only(code, limb: "no-lead")
        #expect(care.about.key == "care-episode:2026-03-24")
        #expect(care.endedOn == "2026-09-01")
    }

    @Test func `care that outlasts the referral keeps the child open`() throws {
        var ada = led(until: "2026-07-01", closed: "2026-06-01")
        ada.cared("2026-04-01")
        let concern = try Check(ada, workers: workers).only(code, limb: "no-lead")
        #expect(concern.about.key == "care-episode:2026-04-01")
        #expect(concern.onset == "2026-07-02")
    }

    @Test(arguments: [true, false])
    func `on a plan or in care some lead is a registered social worker`(onPlan: Bool) throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        if onPlan { ada.planned("2026-03-24") } else { ada.cared("2026-03-24") }
        ada.led(by: "F1", "2026-03-03", until: "2026-05-31")
        ada.led(by: "W1", "2026-06-01")
        let concern = try Check(ada, workers: workers).only(code)
        #expect(concern.limb == "none-qualified")
        #expect(concern.onset == "2026-03-24")
        #expect(concern.clearedOn == "2026-06-01")
        #expect(concern.about.key == (onPlan ? "child-protection-plan:2026-03-24" : "care-episode:2026-03-24"))
    }

    @Test func `one registered lead among several is enough, and its going is not`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.planned("2026-03-24")
        ada.led(by: "F1", "2026-03-03")
        ada.led(by: "W1", "2026-03-03", until: "2026-05-31")
        let concern = try Check(ada, workers: workers).only(code)
        #expect(concern.onset == "2026-06-01")
        #expect(concern.limb == "none-qualified")
    }

    @Test func `in need only, a lead need not be registered`() {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.led(by: "F1", "2026-03-03")
        #expect(Check(ada, workers: workers).found(code).isEmpty)
    }

    @Test(arguments: [nil, "unlisted"] as [String?])
    func `whether a worker nobody lists is registered is unknown, not yes`(worker: String?) {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.planned("2026-03-24")
        ada.led(by: worker, "2026-03-03")
        let check = Check(ada, workers: workers)
        #expect(check.found(code).isEmpty)
        #expect(check.unchecked(code, limb: "none-qualified").count == 1)
    }

    @Test func `a source without qualifications still answers for gaps`() {
        let cover = Cover.extract(without: [.qualifications])
        #expect(Check(led(until: "2026-04-30"), cover, workers: workers).found(code).count == 1)
        #expect(Check(Child.ada, cover).blind.filter { $0.code == code }.map(\.limb) == ["none-qualified"])
        let without = Check(led(until: "2026-04-30"), .extract(without: [.referrals]), workers: workers)
        #expect(without.found(code, limb: "no-lead").isEmpty)
    }
}
