import ChildJourney
import Concerns
import Testing
import WorkingDays

/// What answers a threshold or an enquiry, and what belongs to something else.
@Suite struct OccasionTests {
    private let all: [Agency] = [.socialCare, .police, .health]

    private func decided(_ on: Day, _ cause: Bool?) -> ManagementDecision {
        var decision = ManagementDecision(on: on, point: .threshold, decision: "Decided", why: "Bruises")
        decision.hasReasonableCause = cause
        return decision
    }

    private func discussed(
        _ on: Day, _ decision: StrategyDecision? = nil, at: Moment? = nil, _ present: [Agency]? = nil
    )
        -> StrategyDiscussion
    {
        var body = StrategyDiscussion(heldOn: on)
        (body.present, body.decision, body.heldAt) = (present ?? all, decision, at)
        return body
    }

    @Test(
        arguments: [
            // reasonable cause, discussion, decided otherwise, closed; cleared, ended
            (true, nil, nil, nil, 1, nil, nil), (true, "2026-03-03", nil, nil, 0, nil, nil),
            (true, "2026-03-05", nil, nil, 1, "2026-03-05", nil), (true, "2026-03-02", nil, nil, 1, nil, nil),
            (true, nil, "2026-03-10", nil, 1, nil, "2026-03-10"), (true, nil, nil, "2026-03-10", 1, nil, "2026-03-10"),
            (false, nil, nil, nil, 0, nil, nil), (nil, nil, nil, nil, 0, nil, nil),
        ] as [(Bool?, Day?, Day?, Day?, Int, Day?, Day?)])
    func `where reasonable cause is decided a strategy discussion follows, whether or not an enquiry has begun`(
        cause: Bool?, held: Day?, otherwise: Day?, closed: Day?, found: Int, cleared: Day?, ended: Day?
    ) throws {
        var ada = Child.ada
        ada.referred("2026-03-03", harm: true, closed: closed)
        ada.add(decided("2026-03-03", cause))
        if let held { ada.add(discussed(held, .assessment)) }
        if let otherwise { ada.add(decided(otherwise, false)) }
        let check = Check(ada, .record)
        #expect(check.found("strategy-missing", limb: "threshold").count == found)
        guard found == 1 else { return }
        let concern = try check.only("strategy-missing")
        #expect(
            concern.onset == "2026-03-03" && concern.clearedOn == cleared
                && (concern.ending == .turned18 ? nil : concern.endedOn) == ended)
        #expect(concern.level(on: "2026-03-03") == 1)
        #expect(concern.explanation(on: "2026-03-04", check.setting)?.why.contains("3 Mar 2026") == true)
    }

    @Test func `a decision otherwise, written today and dated back, ends it today`() throws {
        var ada = Child.ada
        ada.referred("2026-03-03", harm: true)
        ada.add(decided("2026-03-03", true), writtenAt: Moment(londonDay: "2026-03-03", minute: 600))
        ada.add(decided("2026-03-04", false), writtenAt: Moment(londonDay: "2026-04-20", minute: 600))
        #expect(try Check(ada, .record).only("strategy-missing").endedOn == "2026-04-20")
    }

    @Test func `what was done in June answers no enquiry of November on the same referral`() {
        var ada = Child.ada
        ada.referred("2026-06-25", harm: true)
        ada.visited("2026-06-27", .childInNeed)
        ada.add(discussed("2026-07-05", .noFurtherAction))
        ada.enquired("2026-11-18")
        let check = Check(ada, .record)
        #expect(check.standing("strategy-missing", on: "2026-11-19").count == 1)
        #expect(check.standing("enquiry-child-unseen", on: "2026-11-19").count == 1)
    }

    @Test(
        arguments: [
            // alleged on, seen on, the enquiry begins on Wed 11 Mar 2026: three working days back is Fri 6 Mar.
            ("2026-03-06", "2026-03-07", 0), ("2026-03-05", "2026-03-07", 1), ("2026-03-10", "2026-03-07", 1),
            ("2026-03-10", "2026-03-11", 0),
        ] as [(Day, Day, Int)])
    func `a visit since an allegation close before the enquiry answers it`(alleged: Day, seen: Day, found: Int) {
        var ada = Child.ada
        ada.referred("2026-01-05")
        var contact = Contact(receivedOn: alleged, outcome: .other)
        contact.harmAlleged = true
        ada.add(contact)
        ada.visited(seen, .childInNeed)
        ada.enquired("2026-03-11")
        #expect(Check(ada, .record).found("enquiry-child-unseen").count == found)
    }

    @Test(
        arguments: [
            (.noFurtherAction, "2026-03-04", 1), (.assessment, "2026-03-03", 1), (.singleEnquiry, "2026-03-04", 0),
            (.jointEnquiry, "2026-03-03", 0), (nil, "2026-03-04", 0),
        ] as [(StrategyDecision?, Day, Int)])
    func `a discussion that decided on no enquiry began none`(decision: StrategyDecision?, held: Day, found: Int) {
        var ada = Child.ada
        ada.referred("2026-03-03", harm: true)
        ada.add(discussed(held, decision))
        ada.enquired("2026-03-04")
        #expect(Check(ada, .record).found("strategy-missing", limb: "").count == found)
    }

    @Test(
        arguments: [
            // whole one held at, the partial one held at, cleared
            (540, 600, false), (660, 600, true), (nil, 600, false), (660, nil, false),
        ] as [(Int?, Int?, Bool)])
    func `an earlier discussion of the same day does not make up for one without the police`(
        whole: Int?, partial: Int?, isCleared: Bool
    ) throws {
        func at(_ minute: Int?) -> Moment? { minute.map { Moment(londonDay: "2026-03-03", minute: $0) } }
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.add(discussed("2026-03-03", .assessment, at: at(whole)))
        ada.add(discussed("2026-03-03", .assessment, at: at(partial), [.socialCare]))
        let concern = try Check(ada, .record).only("strategy-without-partners")
        #expect((concern.clearedOn == "2026-03-03") == isCleared)
    }

    @Test(
        arguments: [
            ("2026-03-24", nil), ("2026-03-25", "2026-03-25"), (nil, nil),
        ] as [(Day?, Day?)])
    func `an enquiry answered late leaves its trace, also where no conference is needed`(ended: Day?, cleared: Day?) {
        var ada = Child.ada
        ada.referred("2026-03-03")
        ada.enquired("2026-03-03", ended: ended, .services, conference: false)
        #expect(Check(ada).found("enquiry-open").map(\.clearedOn) == (cleared.map { [$0] } ?? []))
    }

    @Test(
        arguments: [
            // called, held; fires, cleared
            ("2026-03-20", nil, false, nil), ("2026-03-24", nil, true, nil),
            ("2026-03-24", "2026-04-01", true, "2026-04-01"), (nil, nil, false, nil),
        ] as [(Day?, Day?, Bool, Day?)])
    func `a conference called after the enquiry ended is cleared by being held, not by being planned`(
        called: Day?, held: Day?, fires: Bool, cleared: Day?
    ) {
        var ada = Child.ada
        let referral = ada.referred("2026-03-03")
        let enquiry = ada.enquired(
            "2026-03-03", ended: "2026-03-20", .conference, conference: true, referral: referral)
        var conference = Conference(kind: .initial, enquiry: enquiry, plannedOn: "2026-04-01", heldOn: held)
        conference.calledOn = called
        ada.add(conference)
        let found = Check(ada, .record).found("conference-not-called", limb: "continuing-risk")
        #expect(found.isEmpty != fires && (found.first?.clearedOn ?? nil) == cleared)
    }

    @Test(
        arguments: [
            // alone, why not, seen alone on; found, cleared
            (false, nil, nil, 1, nil), (false, "Two days old", nil, 0, nil), (true, nil, nil, 0, nil),
            (false, nil, "2026-03-10", 0, nil), (false, nil, "2026-03-25", 1, "2026-03-25"),
        ] as [(Bool, String?, Day?, Int, Day?)])
    func `an enquiry does not end with the child never seen alone and no reason`(
        alone: Bool, why: String?, seen: Day?, found: Int, cleared: Day?
    ) {
        var ada = Child.ada
        ada.referred("2026-03-03")
        var enquiry = Section47Enquiry(startedOn: "2026-03-03", endedOn: "2026-03-20", outcome: .services)
        (enquiry.childSeen, enquiry.childSeenAlone, enquiry.whyNotAlone) = (true, alone, why)
        ada.add(enquiry)
        if let seen { ada.visited(seen, .childInNeed, alone: true) }
        let concerns = Check(ada, .record).found("enquiry-child-unseen", limb: "never-alone")
        #expect(concerns.count == found && (concerns.first?.clearedOn ?? nil) == cleared)
    }
}
