import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct HarmAllegedUnseenTests {
    private let code: ConcernCode = "harm-alleged-unseen"

    private func child(born: Day? = "2018-05-04", expected: Day? = nil, seen: Day? = nil, at seenOrNot: Bool = true)
        -> Child
    {
        var child = Child("Ada", born: born, expected: expected)
        child.add(Referral(receivedOn: "2026-03-06", harmAlleged: true))
        if let seen { child.visited(seen, .other, seen: seenOrNot) }
        return child
    }

    @Test(
        arguments: [
            ("2026-03-06", nil), ("2026-03-07", nil), ("2026-03-08", "2026-03-08"), ("2026-03-09", "2026-03-09"),
        ] as [(Day, Day?)])
    func `a weekend does not wait: the child is seen by the end of the next day`(seen: Day, cleared: Day?) throws {
        let check = Check(child(seen: seen), .record)
        guard let cleared else { return #expect(check.found(code).isEmpty) }
        let concern = try check.only(code)
        #expect(concern.onset == "2026-03-08" && concern.clearedOn == cleared)
    }

    @Test func `a visit on which nobody saw the child, or one before, clears nothing`() {
        #expect(Check(child(seen: "2026-03-07", at: false), .record).standing(code, on: "2026-03-10").count == 1)
        #expect(Check(child(seen: "2026-03-05"), .record).standing(code, on: "2026-03-10").count == 1)
    }

    @Test func `a child not born yet cannot be seen, and only the expectant mother is asked about`() {
        let found = Check(child(born: nil, expected: "2026-06-01"), .record).found(code)
        #expect(found.map(\.limb) == ["expectant-mother"])
    }
}
