import ChildJourney
import Concerns
import Testing
import WorkingDays

/// An enquiry began on Ben on Tue 3 Mar 2026; what of Ada?
@Suite struct SiblingUndecidedTests {
    private static let code: ConcernCode = "sibling-undecided"

    private var ben: Child {
        var ben = Child.ben
        ben.referred("2026-03-02")
        ben.enquired("2026-03-03")
        return ben
    }

    private func check(_ tell: (inout Child) -> Void, _ cover: Cover = .record) -> Check {
        var ada = Child.ada
        ada.tied(to: "ben")
        tell(&ada)
        return Check(ada.journey(children: ["ben": ben]), cover)
    }

    @Test func `five working days, and it stands from the day after`() throws {
        let concern = try check { _ in }.only(Self.code)
        #expect(concern.due == "2026-03-10" && concern.onset == "2026-03-11" && concern.level(on: "2026-03-11") == 2)
    }

    @Test(arguments: ["2026-03-02", "2026-03-03", "2026-03-10", "2026-03-11"] as [Day])
    func `an assessment that runs, or begins in time, answers`(on: Day) {
        let found = check { $0.assessed(on) }.found(Self.code)
        #expect(found.isEmpty == (on <= "2026-03-10"))
        #expect(found.allSatisfy { $0.clearedOn == on })
    }

    @Test func `an assessment that was over answers nothing`() {
        #expect(check { $0.assessed("2026-01-05", authorised: "2026-02-20") }.found(Self.code).count == 1)
        #expect(check { $0.assessed("2026-01-05", authorised: "2026-03-03") }.found(Self.code).isEmpty)
    }

    @Test func `a plan, an enquiry of the child's own, or a reasoned decision answers`() {
        #expect(check { $0.planned("2025-06-01") }.found(Self.code).isEmpty)
        #expect(check { $0.planned("2025-06-01", until: "2026-03-02") }.found(Self.code).count == 1)
        #expect(check { $0.helped("2026-03-05") }.found(Self.code).isEmpty)
        #expect(check { $0.enquired("2026-03-03") }.found(Self.code).isEmpty)
        let decision = ManagementDecision(on: "2026-03-04", point: .otherChild, decision: "None", why: "Lives abroad")
        #expect(check { $0.add(decision) }.found(Self.code).isEmpty)
    }

    @Test func `a child who only shares a parent is of the family, and a stranger is not`() {
        var brother = ben
        brother.lives(with: "mum", from: nil, as: .mother, home: false)
        var ada = Child.ada
        ada.lives(with: "mum", from: nil, as: .mother, home: false)
        let adults = ["mum": Child.man()]
        #expect(Check(ada.journey(adults: adults, children: ["ben": brother]), .record).found(Self.code).count == 1)
        #expect(Check(Child.ada.journey(adults: adults, children: ["ben": brother]), .record).found(Self.code).isEmpty)
    }

    @Test func `a child born after the enquiry was not there, and one who was expected was`() {
        var late = Child("Dee", born: "2026-03-20")
        late.tied(to: "ben")
        #expect(Check(late.journey(children: ["ben": ben]), .record).found(Self.code).isEmpty)
        var expected = Child("Dee", born: "2026-03-20", expected: "2026-03-18")
        expected.tied(to: "ben")
        #expect(Check(expected.journey(children: ["ben": ben]), .record).found(Self.code).count == 1)
    }

    @Test(arguments: [(.other, 1), (.closure, 1), (.threshold, 1), (.otherChild, 0)] as [(DecisionPoint, Int)])
    func `a decision about something else, or one that says nothing, answers nothing`(point: DecisionPoint, found: Int)
    {
        let decision = ManagementDecision(on: "2026-03-04", point: point, decision: "None", why: "Lives abroad")
        #expect(check { $0.add(decision) }.found(Self.code).count == found)
        var said = decision
        said.hasReasonableCause = false
        #expect(check { $0.add(said) }.found(Self.code).count == (point == .threshold ? 0 : found))
    }

    @Test func `an assessment left open on a closed referral does not run`() {
        let found = check {
            let referral = $0.referred("2025-09-01", closed: "2025-12-01")
            $0.assessed("2025-09-02", referral: referral)
        }.found(Self.code)
        #expect(found.count == 1)
    }

    @Test func `where the record was not kept here yet it stands from where it begins`() throws {
        var cover = Cover.record
        cover.extents[.family] = Cover.Extent(from: "2026-03-04")
        let check = check({ _ in }, cover)
        #expect(try check.only(Self.code).clockStart == "2026-03-04")
        #expect(check.unchecked(Self.code).count == 1)
    }
}
