import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// The letter goes out on Wednesday 14 January 2026: sixteen weeks end on 6 May, six on 25 February.
@Suite struct PreProceedingsDriftTests {
    private let code: ConcernCode = "pre-proceedings-drift"

    private func check(
        decided: Day? = nil, court: Day? = nil, first: Day? = nil, reviews: [Day] = [], letter: Day? = "2026-01-14",
        closed: Day? = nil, _ cover: Cover = .record
    ) -> Check {
        var ada = Child.ada
        let referral = ada.referred("2026-01-05", closed: closed)
        var legal = PreProceedings(
            referral: referral, startedOn: "2026-01-12", letterSentOn: letter, firstMeetingOn: first,
            stepDecidedOn: decided, courtApplicationOn: court)
        legal.reviews = reviews.map { PreProceedingsReview(on: $0) }
        ada.add(legal)
        return Check(ada, cover)
    }

    @Test(
        arguments: [
            (nil, nil, true), ("2026-05-06", nil, false), ("2026-05-07", nil, true), (nil, "2026-05-06", false),
            (nil, "2026-05-08", true), ("2026-01-13", nil, true),
        ] as [(Day?, Day?, Bool)])
    func `a step is decided or the court applied to within sixteen weeks of the letter`(
        decided: Day?, court: Day?, late: Bool
    ) throws {
        let found = check(decided: decided, court: court).found(code, limb: "long")
        #expect(found.count == (late ? 1 : 0))
        guard let concern = found.first else { return }
        #expect(concern.onset == "2026-05-07" && concern.baseLevel == 2)
        #expect(concern.clearedOn == [decided, court].compactMap { $0 }.first { $0 >= "2026-05-07" })
    }

    @Test func `reviews, meetings and plans clear nothing of the sixteen weeks`() throws {
        let check = check(first: "2026-01-28", reviews: ["2026-03-01", "2026-04-01", "2026-05-10"])
        #expect(try check.only(code, limb: "long").clearedOn == nil)
    }

    @Test(
        arguments: [
            (nil, [], ["2026-02-26"], [nil]), ("2026-02-25", [], ["2026-04-09"], [nil]),
            ("2026-02-26", [], ["2026-02-26", "2026-04-10"], ["2026-02-26", nil]),
            ("2026-01-28", ["2026-03-11"], ["2026-04-23"], [nil]),
        ] as [(Day?, [Day], [Day], [Day?])])
    func `six weeks without a review is a concern, which a review or a step clears`(
        first: Day?, reviews: [Day], onsets: [Day], cleared: [Day?]
    ) {
        let found = check(first: first, reviews: reviews).found(code, limb: "unreviewed")
        #expect(found.map(\.onset) == onsets && found.map(\.clearedOn) == cleared)
    }

    @Test func `a step clears it too, and closing the referral ends both`() throws {
        #expect(try check(decided: "2026-03-02").only(code, limb: "unreviewed").clearedOn == "2026-03-02")
        #expect(check(closed: "2026-06-01").found(code).allSatisfy { $0.endedOn == "2026-06-01" })
    }

    @Test
    func `an extract tells the end and not the reviews, and a letter that never went out counts from the decision`()
        throws
    {
        let told = check(.extract)
        #expect(told.found(code).map(\.limb) == ["long"])
        #expect(told.blind.contains { $0.code == code && $0.limb == "unreviewed" })
        #expect(try check(letter: nil).only(code, limb: "long").onset == "2026-05-05")
    }

    @Test(arguments: [(nil, "2026-02-14"), ("2026-01-13", "2026-03-11")] as [(Day?, Day)])
    func `supervision is monthly while they run, and every eight weeks once they have ended`(ended: Day?, due: Day)
        throws
    {
        var ada = Child.ada
        ada.referred("2026-01-14")
        ada.add(PreProceedings(letterSentOn: "2026-01-12", stepDecidedOn: ended))
        #expect(try Check(ada, .record).only("case-unsupervised").due == due)
    }
}
