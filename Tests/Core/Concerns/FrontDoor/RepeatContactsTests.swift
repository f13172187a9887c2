import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct RepeatContactsTests {
    private let code: ConcernCode = "repeat-contacts"

    @Test(arguments: [("2026-03-02", true), ("2026-03-03", true), ("2026-03-04", false)] as [(Day, Bool)])
    func `a third contact within the year is a concern from its own day`(third: Day, fires: Bool) throws {
        var ada = Child.ada
        ada.contacted("2025-03-03")
        ada.contacted("2025-09-01", .advice)
        ada.contacted(third, nil)
        guard fires else { return #expect(Check(ada).found(code).isEmpty) }
        let concern = try Check(ada).only(code)
        #expect(concern.onset == third)
        #expect(concern.about.key == "contact:\(third)")
        #expect(concern.evidence.map(\.on) == ["2025-03-03", "2025-09-01", third])
    }

    @Test func `two contacts are not three`() {
        var ada = Child.ada
        ada.contacted("2025-03-03")
        ada.contacted("2025-09-01")
        #expect(Check(ada).found(code).isEmpty)
    }

    @Test func `a contact that led to a referral starts the count afresh`() {
        var ada = Child.ada
        ada.contacted("2025-03-03")
        ada.contacted("2025-05-06", .referral)
        ada.contacted("2025-09-01")
        ada.contacted("2025-10-01")
        #expect(Check(ada).found(code).isEmpty)
        ada.contacted("2025-11-03")
        #expect(Check(ada).found(code).map(\.onset) == ["2025-11-03"])
    }

    @Test(
        arguments: [
            ("2025-03-02", true), ("2025-03-03", false), ("2025-06-02", false), ("2025-11-03", false),
            ("2025-11-04", true),
        ] as [(Day, Bool)])
    func `a referral received from the first day to the third means something came of them`(referred: Day, fires: Bool)
    {
        var ada = Child.ada
        ada.contacted("2025-03-03")
        ada.contacted("2025-09-01")
        ada.contacted("2025-11-03")
        ada.referred(referred)
        #expect(Check(ada).found(code).isEmpty != fires)
    }

    @Test func `a referral or an assessment clears it, and counting starts afresh`() throws {
        var ada = Child.ada
        for day: Day in ["2025-03-03", "2025-04-01", "2025-05-06", "2025-06-02"] { ada.contacted(day) }
        ada.assessed("2025-07-01")
        for day: Day in ["2025-08-01", "2025-09-01"] { ada.contacted(day) }
        let only = try Check(ada).only(code)
        #expect(only.onset == "2025-05-06")
        #expect(only.clearedOn == "2025-07-01")
        ada.contacted("2025-10-01")
        #expect(Check(ada).found(code).map(\.onset) == ["2025-05-06", "2025-10-01"])
    }

    @Test func `while it stands a fourth contact adds nothing`() {
        var ada = Child.ada
        for day: Day in ["2025-03-03", "2025-04-01", "2025-05-06", "2025-06-02", "2025-06-03", "2025-06-04"] {
            ada.contacted(day)
        }
        #expect(Check(ada).found(code).count == 1)
    }

    @Test func `a source without contacts cannot say`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }
}
