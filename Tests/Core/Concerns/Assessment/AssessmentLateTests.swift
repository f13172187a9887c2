import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct AssessmentLateTests {
    private let code: ConcernCode = "assessment-late"

    @Test(
        arguments: [
            ("2026-05-07", nil), ("2026-05-08", nil), ("2026-05-09", "2026-05-09"), ("2026-05-11", "2026-05-09"),
        ] as [(Day, Day?)])
    func `a first assessment has 45 working days from the referral`(authorised: Day, onset: Day?) throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.assessed("2026-03-05", authorised: authorised)
        guard let onset else { return #expect(Check(ada).found(code).isEmpty) }
        let concern = try Check(ada).only(code)
        #expect(concern.limb == "first")
        #expect(concern.clockStart == "2026-03-03")
        #expect(concern.onset == onset)
        #expect(concern.clearedOn == authorised)
        #expect(concern.about.key == "assessment:2026-03-05")
        #expect(concern.standard == "assessment_45wd")
    }

    @Test func `it is urgent from the day after 65 working days`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.assessed("2026-03-05")
        let concern = try Check(ada).only(code)
        #expect(concern.level(on: "2026-06-08") == 2)
        #expect(concern.level(on: "2026-06-09") == 1)
        #expect(!concern.leavesAtPotentialRisk(on: "2026-06-09"))
    }

    @Test(arguments: [("2026-05-21", false), ("2026-05-22", true)] as [(Day, Bool)])
    func `a later one has 45 from its own start`(authorised: Day, fires: Bool) {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.assessed("2026-03-05", authorised: "2026-03-13")
        ada.assessed("2026-03-16", authorised: authorised)
        let found = Check(ada).found(code)
        #expect(found.map(\.limb) == (fires ? ["later"] : []))
        #expect(found.allSatisfy { $0.clockStart == "2026-03-16" })
    }

    @Test(
        arguments: [
            // Up to 31 March 2010 an initial assessment had 7 working days, then 10, and from 15 April 2013 there was one of 45.
            ("2009-06-01", "2009-06-10", "initial_assessment_7wd"),
            ("2010-03-31", "2010-04-13", "initial_assessment_7wd"),
            ("2010-04-01", "2010-04-19", "initial_assessment_10wd"),
            ("2013-04-14", "2013-04-26", "initial_assessment_10wd"),
            ("2013-04-15", "2013-06-19", "assessment_45wd"), ("2026-03-03", "2026-05-08", "assessment_45wd"),
        ] as [(Day, Day, String)])
    func `the standard is the one in force when the clock started`(received: Day, due: Day, standard: String) throws {
        for kind: AssessmentKind in [.unspecified, .initial, .single, .preBirth] {
            var ada = Child("Ada", born: nil)
            ada.referred(received)
            ada.assessed(received, kind: kind)
            let concern = try Check(ada).only(code)
            #expect(concern.due == due)
            #expect(concern.standard?.text == standard)
        }
    }

    @Test(
        arguments: [
            ("2013-04-14", "2013-06-04", "core_assessment_35wd"), ("2013-04-15", "2013-06-19", "assessment_45wd"),
        ] as [(Day, Day, String)])
    func `a core assessment runs from its own start`(started: Day, due: Day, standard: String) throws {
        var ada = Child("Ada", born: nil)
        ada.referred("2013-03-01")
        ada.assessed(started, kind: .core)
        let concern = try Check(ada).only(code)
        #expect(concern.due == due)
        #expect(concern.standard?.text == standard)
    }

    @Test func `before any standard there is none to be late by`() {
        var ada = Child("Ada", born: nil)
        ada.assessed("1999-06-01")
        #expect(Check(ada).found(code).isEmpty)
        #expect(Check(ada).unchecked(code).count == 1)
    }

    @Test func `closing ends it unmet`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: "2026-05-20")
        ada.assessed("2026-03-05")
        let concern = try Check(ada).only(code)
        #expect(concern.clearedOn == nil)
        #expect(concern.endedOn == "2026-05-20")
        #expect(concern.ending == .closed)
    }

    @Test func `where the census began after the referral the clock is the assessment's own`() throws {
        var ada = Child.ada
        ada.referred("2025-03-31")
        ada.assessed("2025-04-01")
        let check = Check(ada, .census)
        let concern = try check.only(code)
        #expect(concern.limb == "later")
        #expect(concern.due == "2025-06-09")
        #expect(check.unchecked(code, limb: "first").count == 1)
    }

    @Test func `an authorisation dated before the assessment began authorises nothing`() throws {
        for authorised: Day in ["2026-03-04", "2025-05-01", "1066-10-14"] {
            var ada = Child.ada
            ada.referred("2026-03-05")
            ada.assessed("2026-03-05", authorised: authorised)
            #expect(try Check(ada).only(code).clearedOn == nil)
        }
    }

    @Test func `an assessment no referral is known for runs from its own start`() throws {
        var ada = Child.ada
        ada.assessed("2026-03-03")
        #expect(try Check(ada).only(code).due == "2026-05-08")
    }
}
