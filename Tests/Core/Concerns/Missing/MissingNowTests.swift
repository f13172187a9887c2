import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

@Suite struct MissingNowTests {
    private let code: ConcernCode = "missing-now"

    private func missing(until: Day? = nil, kind: MissingKind = .missing, closed: Day? = nil) -> Child {
        var ada = Child.ada
        ada.referred("2026-03-03", closed: closed)
        ada.missed("2026-05-06", until: until, kind: kind)
        return ada
    }

    @Test(arguments: [MissingKind.missing, .unstated])
    func `a child is missing from the day it began until the return`(kind: MissingKind) throws {
        let concern = try Check(missing(kind: kind)).only(code)
        #expect(concern.onset == "2026-05-06")
        #expect(concern.about.key == "missing-episode:2026-05-06")
        #expect(concern.level(on: "2026-05-06") == 1)
        #expect(concern.stands(on: "2027-12-31"))
        let unable = Check(missing(until: "2026-05-08", kind: kind), .extract(without: [.careVisits]))
        #expect(try unable.only(code).clearedOn == "2026-05-08")
    }

    @Test func `away with the whereabouts known is not missing`() {
        #expect(Check(missing(kind: .away)).found(code).isEmpty)
    }

    @Test func `a return dated before the child went missing is no return`() throws {
        #expect(try Check(missing(until: "2026-05-05")).only(code).clearedOn == nil)
    }

    @Test func `back the same day was missing all the same`() throws {
        let concern = try Check(missing(until: "2026-05-06"), .extract(without: [.careVisits])).only(code)
        #expect(!concern.stands(on: "2026-05-06"))
    }

    @Test func `closing brings no child back`() throws {
        #expect(try Check(missing(closed: "2026-06-01")).only(code).ending == .turned18)
    }

    @Test func `a child no referral is known for can be missing`() {
        var ada = Child.ada
        ada.missed("2026-05-06")
        #expect(Check(ada).found(code).count == 1)
    }

    @Test func `an episode dated outside every calendar is no all clear`() {
        var ada = Child("Ada", born: nil)
        ada.missed("2126-05-06")
        #expect(Check(ada).unchecked(code).count == 1)
    }

    @Test func `a census cannot say`() {
        #expect(Check(Child.ada, .census).blind.contains { $0.code == code })
    }
}
