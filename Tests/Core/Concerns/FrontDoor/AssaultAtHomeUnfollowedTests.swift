import ChildJourney
import Concerns
import Testing
import WorkingDays

/// Harm by an adult at home is alleged on Friday 6 March 2026 at 16:40.
@Suite struct AssaultAtHomeUnfollowedTests {
    private static let friday: Day = "2026-03-06"

    private func child(_ signs: [HarmSign]? = [.adultAtHome]) -> Child {
        var ada = Child.ada
        var referral = Referral(receivedOn: Self.friday, noFurtherAction: false, harmAlleged: true)
        (referral.receivedAt, referral.harmSigns) = (Moment(londonDay: Self.friday, minute: 1_000), signs)
        ada.add(referral)
        return ada
    }

    private func discussion(_ held: Day, _ minute: Int?, _ present: [Agency], safety: String? = nil)
        -> StrategyDiscussion
    {
        var discussion = StrategyDiscussion(heldOn: held)
        discussion.heldAt = minute.map { Moment(londonDay: held, minute: $0) }
        (discussion.present, discussion.immediateSafety) = (present, safety)
        return discussion
    }

    @Test(
        arguments: [
            ("2026-03-06", 1_100, [.police, .socialCare], false), ("2026-03-07", 1_000, [.police], false),
            ("2026-03-07", 1_001, [.police], true), ("2026-03-07", nil, [.police], true),
            ("2026-03-09", 600, [.police], true), ("2026-03-06", 1_100, [.socialCare, .health], true),
            ("2026-03-06", 900, [.police], true), ("2026-03-05", nil, [.police], true),
        ] as [(Day, Int?, [Agency], Bool)])
    func `within 24 hours, weekends included, it is discussed with the police, after it was alleged`(
        held: Day, at: Int?, present: [Agency], stands: Bool
    ) throws {
        var ada = child()
        ada.add(discussion(held, at, present))
        let check = Check(ada, .record)
        #expect(check.found("assault-at-home-unfollowed", limb: "strategy-discussion").count == (stands ? 1 : 0))
        guard stands else { return }
        let concern = try check.only("assault-at-home-unfollowed", limb: "strategy-discussion")
        #expect(concern.onset == "2026-03-07")
        #expect(concern.clearedOn == (present.contains(.police) && held > Self.friday ? held : nil))
    }

    @Test(
        arguments: [
            ("2026-03-06", true, false), ("2026-03-07", true, true), ("2026-03-06", false, true),
            ("2026-03-05", true, true),
        ] as [(Day, Bool, Bool)])
    func `the same day it is decided where the child stays tonight`(on: Day, aboutTonight: Bool, stands: Bool) throws {
        var ada = child()
        ada.add(
            ManagementDecision(
                on: on, point: aboutTonight ? .safeTonight : .threshold, decision: "With her aunt", why: "He is at home"
            ), writtenAt: Moment(londonDay: on, minute: 1_010))
        let found = Check(ada, .record).found("assault-at-home-unfollowed", limb: "safe-tonight")
        #expect(found.count == (stands ? 1 : 0))
        if stands { #expect(found[0].onset == "2026-03-07" && found[0].clearedOn == (on > Self.friday ? on : nil)) }
    }

    @Test func `a discussion that wrote where the child stays answers it too, and one limb never clears the other`() {
        var ada = child()
        ada.add(discussion(Self.friday, 1_100, [.socialCare], safety: "With her aunt"))
        let check = Check(ada, .record)
        #expect(check.found("assault-at-home-unfollowed", limb: "safe-tonight").isEmpty)
        #expect(check.standing("assault-at-home-unfollowed", on: "2026-03-20").map(\.limb) == ["strategy-discussion"])
    }

    @Test func `where nobody said who did it, it is not checkable and never clear`() {
        let check = Check(child(nil), .record)
        #expect(check.found("assault-at-home-unfollowed").isEmpty)
        #expect(
            Set(check.unchecked("assault-at-home-unfollowed").map(\.limb)) == ["strategy-discussion", "safe-tonight"])
        #expect(Check(child([.injury]), .record).unchecked("assault-at-home-unfollowed").isEmpty)
    }

    @Test(arguments: [(999, 1), (1_000, 0), (nil, 1)] as [(Int?, Int)])
    func `a decision of that day written before the allegation is about something else`(minute: Int?, found: Int) {
        var ada = child()
        ada.add(
            ManagementDecision(on: Self.friday, point: .safeTonight, decision: "At home", why: "An earlier worry"),
            writtenAt: minute.map { Moment(londonDay: Self.friday, minute: $0) })
        #expect(Check(ada, .record).found("assault-at-home-unfollowed", limb: "safe-tonight").count == found)
    }
}
