import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct ConferenceLateTests {
    private let code: ConcernCode = "conference-late"

    private func required(held: Day? = nil, closed: Day? = nil) -> Child {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03", closed: closed)
        let enquiry = ada.enquired("2026-03-03", conference: true, referral: referral)
        if let held { ada.conferred(held, of: enquiry, referral: referral) }
        return ada
    }

    @Test(
        arguments: [
            ("2026-03-23", nil), ("2026-03-24", nil), ("2026-03-25", "2026-03-25"), ("2026-05-01", "2026-03-25"),
        ] as [(Day, Day?)])
    func `a conference is held within 15 working days of the discussion that began the enquiry`(held: Day, onset: Day?)
        throws
    {
        guard let onset else { return #expect(Check(required(held: held)).found(code).isEmpty) }
        let concern = try Check(required(held: held)).only(code)
        #expect(concern.onset == onset)
        #expect(concern.clearedOn == held)
        #expect(concern.standard == "s47_to_icpc_15wd")
        #expect(concern.about.key == "section-47-enquiry:2026-03-03")
    }

    @Test func `a late conference is urgent and a duty overdue, not a child at potential risk`() throws {
        let concern = try Check(required()).only(code)
        #expect(concern.level(on: "2026-03-25") == 1)
        #expect(!concern.leavesAtPotentialRisk(on: "2026-03-25"))
        #expect(concern.clearedOn == nil)
    }

    @Test func `one marked as not required is not late, even where one was held`() {
        var ada = Child.ada
        let enquiry = ada.enquired("2026-03-03", conference: false)
        ada.conferred("2026-06-01", of: enquiry)
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test func `where nobody says, a conference held late was required`() throws {
        var ada = Child.ada
        ada.enquired("2026-03-03")
        ada.conferred("2026-04-01")
        #expect(try Check(ada).only(code).clearedOn == "2026-04-01")
    }

    @Test func `an outcome that calls for a conference requires one`() throws {
        var ada = Child.ada
        ada.enquired("2026-03-03", ended: "2026-03-20", .conference)
        #expect(try Check(ada).only(code).onset == "2026-03-25")
    }

    @Test(arguments: [("2026-03-02", nil), ("2026-03-03", true), ("2026-04-01", false)] as [(Day, Bool?)])
    func `one of the same referral counts when held on or after the enquiry began`(held: Day, inTime: Bool?) throws {
        var ada = Child.ada
        let referral = ada.referred("2026-03-02")
        ada.enquired("2026-03-03", conference: true, referral: referral)
        ada.conferred(held, referral: referral)
        guard inTime != true else { return #expect(Check(ada).found(code).isEmpty) }
        #expect(try Check(ada).only(code).clearedOn == (inTime == nil ? nil : held))
    }

    @Test func `a review, or one of another referral or enquiry, is not its conference`() throws {
        var ada = Child.ada
        let referral = ada.referred("2026-03-02")
        ada.referred("2026-03-10")
        let other = ada.enquired("2026-03-04", conference: false, referral: referral)
        ada.enquired("2026-03-03", conference: true, referral: referral)
        ada.conferred("2026-03-12", kind: .review, referral: referral)
        ada.conferred("2026-03-13", of: other, referral: referral)
        ada.conferred("2026-03-16", referral: "another")
        #expect(try Check(ada).only(code).clearedOn == nil)
    }

    @Test func `a conference dated before its enquiry began was not held for it`() throws {
        var ada = required(held: "2025-03-20")
        #expect(try Check(ada).only(code).clearedOn == nil)
        ada.conferred("2026-03-20")
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test(arguments: [("2026-03-25", false), ("2026-03-26", true)] as [(Day, Bool)])
    func `closing by the onset ends it before it begins`(closed: Day, fires: Bool) {
        #expect(Check(required(closed: closed)).found(code).isEmpty != fires)
    }

    @Test func `a census shows it and a source without conferences cannot`() {
        var ada = Child.ada
        ada.referred("2025-06-02")
        ada.enquired("2025-06-02", conference: true)
        #expect(Check(ada, .census).found(code).count == 1)
        #expect(Check(ada, .extract(without: [.conferences])).blind.contains { $0.code == code })
    }
}
