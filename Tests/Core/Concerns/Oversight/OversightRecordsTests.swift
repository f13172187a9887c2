import ChildJourney
import Concerns
import Duties
import Testing
import WorkingDays

/// Discussions held late, and what is owed to referrers, partners, families and children. 2 March 2026 is a Monday.
@Suite struct StrategyLateTests {
    private func moment(_ day: Day, _ minute: Int?) -> Moment? { minute.map { Moment(londonDay: day, minute: $0) } }

    private func child(_ signs: [HarmSign]? = nil, at minute: Int?, held: Day, _ heldAt: Int?) -> Child {
        var ada = Child.ada
        var referral = Referral(receivedOn: "2026-03-06", noFurtherAction: false, harmAlleged: true)
        (referral.receivedAt, referral.harmSigns) = (moment("2026-03-06", minute), signs)
        ada.add(referral)
        var discussion = StrategyDiscussion(heldOn: held)
        discussion.heldAt = moment(held, heldAt)
        ada.add(discussion)
        return ada
    }

    @Test(
        arguments: [
            (1_000, "2026-03-07", 1_000, false), (1_000, "2026-03-07", 1_001, true), (1_000, "2026-03-07", nil, true),
            (1_000, "2026-03-06", nil, false), (nil, "2026-03-06", nil, false), (nil, "2026-03-07", 0, false),
            (nil, "2026-03-07", 1, true), (1_000, "2026-03-09", 600, true),
        ] as [(Int?, Day, Int?, Bool)])
    func `it is late after 24 hours, weekends included, and a time nobody recorded is read strictly`(
        alleged: Int?, held: Day, at: Int?, late: Bool
    ) throws {
        let check = Check(child(at: alleged, held: held, at), .record)
        #expect(check.found("strategy-late").count == (late ? 1 : 0))
        guard late else { return }
        let concern = try check.only("strategy-late")
        #expect(concern.onset == held && concern.clearedOn == held + 30)
    }

    @Test(
        arguments: [("2026-03-06", .injury, false), ("2026-03-07", .injury, true), ("2026-03-07", .noneOfThese, false)]
            as [(Day, HarmSign, Bool)])
    func `where an injury is named it is held the same day`(held: Day, sign: HarmSign, late: Bool) {
        let check = Check(child([sign], at: 1_000, held: held, 600), .record)
        #expect(check.found("strategy-late").isEmpty != late)
    }

    @Test(
        arguments: [
            (true, "2026-03-20", 1), (false, "2026-03-20", 0), (nil, "2026-03-20", 1), (false, "2026-03-08", 1),
        ]
            as [(Bool?, Day, Int)])
    func `once no reasonable cause is decided, a later discussion answers something else`(
        cause: Bool?, held: Day, found: Int
    ) {
        var ada = child(at: 600, held: held, nil)
        var decision = ManagementDecision(on: "2026-03-09", point: .threshold, decision: "Decided", why: "Seen")
        decision.hasReasonableCause = cause
        ada.add(decision)
        #expect(Check(ada, .record).found("strategy-late").count == found)
    }
}

@Suite struct OwedToOthersTests {
    @Test(
        arguments: [
            (nil, nil, nil, 1), (.protectingTheChild, nil, nil, 1), (.agreed, "Told", "2026-03-03", 0),
            (.agreed, "Told", "2026-03-04", 1), (nil, "Told", nil, 1),
        ] as [(SharingBasis?, String?, Day?, Int)])
    func `a check says by what right and what the family was told`(
        basis: SharingBasis?, family: String?, on: Day?, found: Int
    ) throws {
        var ada = Child.ada
        var check = AgencyCheck(askedOn: "2026-03-03", agency: .health)
        (check.basis, check.familyTold, check.basisOn) = (basis, family, on)
        ada.add(check)
        let result = Check(ada, .record)
        #expect(result.found("sharing-basis-missing").count == found)
        if found == 1 { #expect(try result.only("sharing-basis-missing").clearedOn == on) }
    }

    @Test(
        arguments: [
            (nil, "1A", 1), ("2026-03-05", "1A", 0), ("2026-03-06", "1A", 1), ("2026-03-01", "1A", 1), (nil, "9", 0),
        ] as [(Day?, String, Int)])
    func `whoever referred is told in 3 working days, and who gives no name cannot be`(
        told: Day?, source: String, found: Int
    ) throws {
        var ada = Child.ada
        var contact = Contact(receivedOn: "2026-03-01", source: source, outcome: .referral)
        contact.decidedOn = "2026-03-01"
        ada.add(contact)
        let referral = ada.add(
            Referral(receivedOn: "2026-03-01", source: source, noFurtherAction: false, decidedOn: "2026-03-02"))
        if let told { ada.add(ReferrerTold(on: told, of: referral)) }
        let check = Check(ada, .record)
        #expect(check.found("referrer-untold").count == found)
        if found == 1 { #expect(try check.only("referrer-untold").onset == "2026-03-06") }
    }

    @Test(arguments: [(nil, 1), ("2026-03-05", 0), ("2026-03-06", 1)] as [(Day?, Int)])
    func `a contact that went no further is owed the same, and another contact's telling is not this one's`(
        told: Day?, found: Int
    ) {
        var ada = Child.ada
        var contact = Contact(receivedOn: "2026-03-02", outcome: .advice)
        contact.decidedOn = "2026-03-02"
        contact.referrerToldOn = told
        ada.add(contact)
        ada.add(ReferrerTold(on: "2026-03-03", of: "another"))
        #expect(Check(ada, .record).found("referrer-untold").count == found)
    }

    @Test(arguments: [(nil, 1), ("2026-03-09", 0), ("2026-03-10", 1)] as [(Day?, Int)])
    func `an escalation is answered in 5 working days`(answered: Day?, found: Int) throws {
        var ada = Child.ada
        var raised = Escalation(on: "2026-03-02", by: .chair, to: "ana", what: "No visit")
        raised.answeredOn = answered
        ada.add(raised)
        let check = Check(ada, .record)
        #expect(check.found("escalation-unanswered").count == found)
        if found == 1 {
            let concern = try check.only("escalation-unanswered")
            #expect(concern.onset == "2026-03-10" && concern.clearedOn == answered)
        }
    }

    @Test(
        arguments: [
            (.partner, true, nil, nil, 1), (.partner, false, nil, nil, 0), (.chair, true, nil, nil, 0),
            (.partner, true, "2026-03-04", true, 0), (.partner, true, "2026-03-04", false, 1),
            (.partner, true, "2026-03-05", true, 1),
        ] as [(EscalatedBy, Bool, Day?, Bool?, Int)])
    func `a conference a partner's senior asks for is agreed in 2 working days`(
        by: EscalatedBy, backed: Bool, answered: Day?, agreed: Bool?, found: Int
    ) throws {
        var ada = Child.ada
        var raised = Escalation(on: "2026-03-02", by: by, to: "ana", what: "A conference")
        (raised.wantsConference, raised.isBackedBySenior) = (true, backed)
        (raised.answeredOn, raised.isAgreed) = (answered, agreed)
        ada.add(raised)
        let check = Check(ada, .record)
        #expect(check.found("conference-not-called", limb: "requested").count == found)
        if found == 1 { #expect(try check.only("conference-not-called", limb: "requested").onset == "2026-03-05") }
    }
}

@Suite struct OwedToFamiliesTests {
    @Test(
        arguments: [
            ("2026-03-10", "2026-03-16", 0), ("2026-03-10", "2026-03-17", 1), ("2026-03-17", nil, 1), (nil, nil, 1),
        ] as [(Day?, Day?, Int)])
    func `both the child and the parents have the plan in 10 working days`(parents: Day?, child: Day?, found: Int)
        throws
    {
        for isProtection in [true, false] {
            var ada = Child.ada
            let plan = isProtection ? ada.planned("2026-03-02") : ada.helped("2026-03-02")
            if let parents { ada.add(GivenToFamily(on: parents, of: plan, to: .parents)) }
            if let child {
                var given = GivenToFamily(on: child, of: plan, to: .child)
                given.withheldWhy = "Too young"
                ada.add(given)
            }
            ada.add(GivenToFamily(on: "2026-03-03", of: "another plan", to: .parents))
            let check = Check(ada, .record)
            #expect(check.found("plan-not-shared").count == found)
            if found == 1 {
                let concern = try check.only("plan-not-shared")
                #expect(concern.onset == "2026-03-17" && concern.clearedOn == child)
            }
        }
    }

    @Test(
        arguments: [
            (nil, 1), ("2026-03-20", 0), ("2026-03-21", 1), ("2026-03-02", 0), ("2026-02-27", 1),
        ] as [(Day?, Int)])
    func `an advocate is offered between the referral and the conference`(offered: Day?, found: Int) throws {
        var ada = Child.ada
        ada.referred("2026-03-02")
        ada.conferred("2026-03-20")
        if let offered { ada.add(AdvocateOffer(on: offered, outcome: .declined)) }
        let check = Check(ada, .record)
        #expect(check.found("advocacy-not-offered").count == found)
        if found == 1 {
            let concern = try check.only("advocacy-not-offered", limb: "conference")
            #expect(concern.onset == "2026-03-20")
            #expect(concern.clearedOn == (offered == "2026-03-21" ? offered : nil))
        }
    }

    @Test(
        arguments: [
            (nil, nil, nil), ("2026-03-04", nil, nil), (nil, "2026-03-04", nil),
            ("2026-03-04", "2026-03-09", "2026-03-09"), ("2026-03-10", "2026-03-04", "2026-03-10"),
            ("2026-03-03", "2026-03-09", nil),
        ] as [(Day?, Day?, Day?)])
    func `two years on it takes a manager's and the chair's decision`(manager: Day?, chair: Day?, cleared: Day?) throws
    {
        var ada = Child.ada
        let plan = ada.planned("2024-03-03")
        if let manager { ada.add(ManagementDecision(on: manager, point: .nextStep, decision: "None", why: "It moves")) }
        if let chair { ada.add(ChairDecision(on: chair, plan: plan, decision: "No legal step", why: "It moves")) }
        #expect(try Check(ada, .record).only("plan-drift", limb: "two-years").clearedOn == cleared)
    }

    @Test(
        arguments: [
            (nil, nil, "2026-03-04"), ("2025-06-03", nil, nil), ("2025-06-04", nil, "2026-03-04"),
            ("2025-06-04", "2025-07-01", "2025-07-01"), (nil, "2025-06-03", nil),
        ] as [(Day?, Day?, Day?)])
    func `fifteen months without a decision stand until both decide, or two years are over`(
        manager: Day?, chair: Day?, over: Day?
    ) throws {
        var ada = Child.ada
        let plan = ada.planned("2024-03-03")
        if let manager { ada.add(ManagementDecision(on: manager, point: .nextStep, decision: "None", why: "It moves")) }
        if let chair { ada.add(ChairDecision(on: chair, plan: plan, decision: "No legal step", why: "It moves")) }
        let found = Check(ada, .record).found("plan-drift", limb: "no-decision")
        #expect(found.map(\.overOn) == (over.map { [$0] } ?? []))
        if let concern = found.first { #expect(concern.onset == "2025-06-04") }
    }
}
