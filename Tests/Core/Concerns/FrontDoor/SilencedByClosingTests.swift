import ChildJourney
import Concerns
import Testing
import WorkingDays

/// What closing, a code, or a birth date must not make disappear.
@Suite struct SilencedByClosingTests {
    private func hurt(_ on: Day = "2026-03-03", at minute: Int? = nil) -> Referral {
        var referral = Referral(receivedOn: on, noFurtherAction: false, harmAlleged: true, decidedOn: on)
        (referral.harmSigns, referral.receivedAt) = ([.injury], minute.map { Moment(londonDay: on, minute: $0) })
        return referral
    }

    private func decided(_ on: Day, _ cause: Bool?) -> ManagementDecision {
        var decision = ManagementDecision(on: on, point: .threshold, decision: "Decided", why: "Seen")
        decision.hasReasonableCause = cause
        return decision
    }

    @Test func `a child seen before the allegation of that day and closed the next is closed too soon`() throws {
        var ada = Child.ada
        var referral = hurt("2026-03-03", at: 20 * 60)
        (referral.closedOn, referral.closureReason, referral.primaryNeed) = ("2026-03-04", "RC8", "N2")
        (referral.decisionWhy, referral.decidedBy) = ("Bruises", "ana")
        let id = ada.add(referral)
        ada.assessed("2026-03-03", authorised: "2026-03-03", referral: id)
        var visit = Visit(on: "2026-03-03", purpose: .childInNeed, seen: true)
        visit.at = Moment(londonDay: "2026-03-03", minute: 600)
        ada.add(visit)
        let concern = try Check(ada, .record).only("closed-too-soon")
        #expect(concern.limb == "concern-stood" && concern.onset == "2026-03-04" && concern.clearedOn == nil)
        visit.at = Moment(londonDay: "2026-03-03", minute: 21 * 60)
        ada.add(visit)
        ada.add(decided("2026-03-03", false), writtenAt: Moment(londonDay: "2026-03-03", minute: 21 * 60))
        #expect(Check(ada, .record).found("closed-too-soon").isEmpty)
    }

    @Test(
        arguments: [
            // keyed here, accepted, ends as
            (true, false, .closed, true), (true, true, .transferred, false), (false, false, .transferred, false),
        ] as [(Bool, Bool, Ending, Bool)])
    func `that another council took over takes its acceptance, where a file has the code alone`(
        here: Bool, accepted: Bool, ending: Ending, isTooSoon: Bool
    ) throws {
        var ada = Child.ada
        var referral = hurt()
        (referral.closedOn, referral.closureReason) = ("2026-04-30", "RC5")
        if here { referral.closedBy = "ana" }
        if accepted {
            (referral.transferAcceptedBy, referral.transferAcceptedOn, referral.transferShownBy) =
                ("M. Lee, Elsewhere", "2026-04-29", "Letter of 29 April")
        }
        ada.add(referral)
        let check = Check(ada, .record)
        #expect(try check.only("harm-alleged-unseen").ending == ending)
        #expect(check.found("closed-too-soon").isEmpty != isTooSoon)
    }

    @Test(arguments: ["RC1", "RC2", "RC5"], [true, false])
    func `a referral that comes after such a closing is never silenced`(reason: String, here: Bool) {
        var ada = Child.ada
        var earlier = Referral(
            receivedOn: "2026-01-05", noFurtherAction: false, closedOn: "2026-02-02", closureReason: reason)
        if here { earlier.closedBy = "ana" }
        ada.add(earlier)
        ada.add(hurt())
        let check = Check(ada, .record)
        for code: ConcernCode in ["harm-alleged-unseen", "threshold-undecided"] {
            #expect(check.standing(code, on: "2026-03-10").count == 1, "\(code)")
        }
    }

    @Test(arguments: [(nil, 1), ("2026-04-30", 0)] as [(Day?, Int)])
    func `a death keyed here takes its day`(died: Day?, tooSoon: Int) {
        var ada = Child("Ada", died: died)
        var referral = hurt()
        (referral.closedOn, referral.closureReason, referral.closedBy) = ("2026-04-30", "RC2", "ana")
        ada.add(referral)
        #expect(Check(ada, .record).found("closed-too-soon").count == tooSoon)
    }

    @Test func `what hangs on the referral through something else counts when it is closed`() throws {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03", need: "N2", closed: "2026-06-30")
        ada.assessed("2026-03-04", authorised: "2026-03-20", referral: referral)
        for day: Day in ["2026-03-10", "2026-04-01", "2026-04-24", "2026-05-15", "2026-06-08", "2026-06-29"] {
            ada.visited(day, .childInNeed)
        }
        #expect(Check(ada, .extract).found("closed-too-soon").isEmpty)
        var missing = ada
        missing.missed("2026-06-20")
        let check = Check(missing, .extract)
        #expect(try check.only("closed-too-soon").limb == "concern-stood")
        #expect(check.standing("missing-now", on: "2026-08-01").count == 1, "closing brings no child back")
        var helped = ada
        helped.helped("2026-03-23")
        #expect(try Check(helped, .record).only("closed-too-soon").limb == "concern-stood")
    }

    @Test(
        arguments: [
            ("2026-05-08", nil, nil), ("2026-05-08", "2026-05-08", "2026-05-08"),
            ("2026-05-08", "2026-05-11", "2026-05-11"), ("2026-05-08", "2026-05-07", nil),
            ("2026-05-06", "2026-05-06", nil), (nil, "2026-05-11", nil),
        ] as [(Day?, Day?, Day?)])
    func `a child who was missing is back once somebody has seen them since`(until: Day?, seen: Day?, cleared: Day?)
        throws
    {
        var ada = Child.ada
        ada.missed("2026-05-06", until: until)
        if let seen { ada.visited(seen, .care) }
        #expect(try Check(ada).only("missing-now").clearedOn == cleared)
        let unable = Check(ada, .extract(without: [.careVisits]))
        #expect(unable.blind.contains { $0.code == "missing-now" && $0.limb == "returned-unseen" })
        if seen == nil || until == nil { #expect(try unable.only("missing-now").clearedOn == until) }
    }

    @Test(
        arguments: [
            (nil, nil, 1), (true, nil, 1), (false, 21 * 60, 0), (false, 9 * 60, 1), (nil, 21 * 60, 1),
        ] as [(Bool?, Int?, Int)])
    func `only a decision that says which way, and was written after the allegation, is one on the threshold`(
        cause: Bool?, written: Int?, found: Int
    ) {
        var ada = Child.ada
        ada.add(hurt("2026-03-03", at: 20 * 60))
        ada.add(
            decided("2026-03-03", cause), writtenAt: written.map { Moment(londonDay: "2026-03-03", minute: $0) })
        #expect(Check(ada, .record).found("threshold-undecided").count == found)
    }

    @Test(
        arguments: [("2007-03-03", 0, true), ("2008-03-03", 0, true), ("2008-06-04", 1, false)] as [(Day, Int, Bool)])
    func `by a birth date that makes the child grown up nothing can be said, and that is said`(
        born: Day, found: Int, isDoubtful: Bool
    ) {
        var ada = Child("Ada", born: born)
        ada.add(hurt())
        ada.enquired("2026-03-03")
        let check = Check(ada, .record)
        for code: ConcernCode in ["harm-alleged-unseen", "enquiry-open"] {
            #expect(check.found(code).count == found && check.unchecked(code).isEmpty != isDoubtful, "\(code)")
        }
    }

    @Test(
        arguments: [
            "harm-alleged-unseen", "threshold-undecided", "referral-undecided", "contact-undecided",
            "case-unsupervised", "core-group-late", "assault-at-home-unfollowed",
        ] as [ConcernCode])
    func `an honest old date stands from where the record begins, and says what it cannot tell`(code: ConcernCode)
        throws
    {
        var cover = Cover.record
        for fact in CoveredFact.allCases { cover.extents[fact] = Cover.Extent(from: "2026-04-01") }
        var ada = Child.ada
        var referral = Referral(receivedOn: "2026-03-30", harmAlleged: true)
        referral.harmSigns = [.adultAtHome]
        ada.add(referral)
        ada.add(Contact(receivedOn: "2026-03-30"))
        ada.planned("2026-03-30")
        let check = Check(ada, cover)
        #expect(!check.unchecked(code).isEmpty)
        let found = check.found(code)
        #expect(!found.isEmpty && found.allSatisfy { $0.clockStart == "2026-04-01" })
        #expect(check.standing(code, on: "2026-08-03").count == found.count)
    }

    @Test(
        arguments: [
            // keyed here, the day of the order, what shows it, ends as
            (true, nil, nil, .closed, true), (true, "2026-04-20", nil, .closed, true),
            (true, nil, "Order 12", .closed, true), (true, "2026-04-20", "Order 12", .adopted, false),
            (false, nil, nil, .adopted, false),
        ] as [(Bool, Day?, String?, Ending, Bool)])
    func `that a child was adopted takes the day and what shows the order, where a file has the code alone`(
        here: Bool, ordered: Day?, shown: String?, ending: Ending, isTooSoon: Bool
    ) throws {
        var ada = Child.ada
        var referral = hurt()
        (referral.closedOn, referral.closureReason) = ("2026-04-30", "RC1")
        if here { referral.closedBy = "ana" }
        (referral.adoptionOrderedOn, referral.adoptionShownBy) = (ordered, shown)
        ada.add(referral)
        let check = Check(ada, .record)
        #expect(try check.only("harm-alleged-unseen").ending == ending)
        #expect(check.found("closed-too-soon").isEmpty != isTooSoon)
    }

    @Test func `a code for adoption keyed alone ends no emergency power`() throws {
        var ada = Child.ada
        var referral = hurt()
        (referral.closedOn, referral.closureReason, referral.closedBy) = ("2026-03-04", "RC1", "ana")
        ada.add(referral)
        ada.add(EmergencyPower(.policeProtection, beganOn: "2026-03-03"))
        let concern = try Check(ada, .record).only("emergency-power-ending")
        #expect(concern.stands(on: "2026-03-20") && concern.ending != .adopted)
    }
}
