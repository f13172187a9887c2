import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// Finn, 16, comes on Tuesday 3 March 2026.
@Suite struct HomelessAt16Or17Tests {
    private let code: ConcernCode = "homeless-16-17"

    private func check(
        _ beds: [(Day, BedKind)] = [], explained: Day? = nil, decided: Day? = nil, _ cover: Cover = .record
    ) -> Check {
        var finn = Child("Finn", born: "2009-05-04")
        var homeless = Homelessness(presentedOn: "2026-03-03")
        homeless.beds = beds.map { NightsBed(on: $0.0, kind: $0.1) }
        homeless.rightsExplainedOn = explained
        if let decided { (homeless.decidedOn, homeless.decision) = (decided, .accommodated) }
        finn.add(homeless)
        return Check(finn, cover)
    }

    @Test func `with nothing done all three stand from that day, at level 1, until 18`() {
        let found = check().found(code)
        #expect(found.map(\.limb) == ["bed", "rights", "decision"])
        #expect(
            found.allSatisfy { $0.onset == "2026-03-03" && $0.level(on: "2026-03-03") == 1 && $0.ending == .turned18 })
    }

    @Test func `all done that day leaves nothing`() {
        #expect(check([("2026-03-03", .suitable)], explained: "2026-03-03", decided: "2026-03-03").concerns.isEmpty)
    }

    @Test(
        arguments: [
            ([], ["2026-03-03"], [nil]), ([("2026-03-03", .bedAndBreakfast)], ["2026-03-03"], [nil]),
            ([("2026-03-03", .unsuitable)], ["2026-03-03"], [nil]),
            ([("2026-03-03", .none), ("2026-03-03", .suitable)], [], []),
            ([("2026-03-03", .bedAndBreakfast), ("2026-03-05", .suitable)], ["2026-03-03"], ["2026-03-05"]),
            ([("2026-03-03", .suitable), ("2026-03-10", .bedAndBreakfast)], ["2026-03-10"], [nil]),
            ([("2026-03-02", .suitable)], ["2026-03-03"], [nil]),
        ] as [([(Day, BedKind)], [Day], [Day?])])
    func `each night without a suitable bed counts, and bed and breakfast is none`(
        beds: [(Day, BedKind)], onsets: [Day], cleared: [Day?]
    ) {
        let found = check(beds).found(code, limb: "bed")
        #expect(found.map(\.onset) == onsets && found.map(\.clearedOn) == cleared)
    }

    @Test func `one done is not the others, and each clears by itself`() throws {
        let some = check([("2026-03-03", .suitable)], explained: "2026-03-05")
        #expect(some.found(code, limb: "bed").isEmpty)
        #expect(try some.only(code, limb: "rights").clearedOn == "2026-03-05")
        #expect(try some.only(code, limb: "decision").clearedOn == nil)
        #expect(try check(decided: "2026-03-01").only(code, limb: "decision").clearedOn == nil)
    }

    @Test func `closing the referral gives nobody a bed, and a file cannot say`() throws {
        var finn = Child("Finn", born: "2009-05-04")
        finn.referred("2026-03-03", closed: "2026-03-04")
        finn.add(Homelessness(presentedOn: "2026-03-03"))
        #expect(try Check(finn, .record).only(code, limb: "bed").stands(on: "2026-04-04"))
        #expect(Check(finn, .extract).blind.filter { $0.code == code }.count == 3)
    }
}
