import ChildJourney
import WorkingDays

/// An invented child, whose story is told a sentence at a time; every sentence gives back the id of its record.
struct Child {
    let name: String
    private(set) var records: [@Sendable (inout Journey) -> Void] = []
    private var count: Int64 = 0

    init(_ name: String, born: Day? = "2015-05-04", expected: Day? = nil, died: Day? = nil) {
        self.name = name
        add(Person(forename: name, bornOn: born, expectedOn: expected, diedOn: died))
    }

    static var ada: Child { Child("Ada") }
    static var ben: Child { Child("Ben", born: "2023-02-14") }
    static var cleo: Child { Child("Cleo", born: nil, expected: "2026-06-01") }

    var journey: Journey { story(records) }

    func story(_ records: [@Sendable (inout Journey) -> Void]) -> Journey {
        var journey = Journey()
        for record in records { record(&journey) }
        journey.arrange()
        return journey
    }

    @discardableResult
    mutating func add<Body: EntryBody>(
        _ body: Body, id: RecordID? = nil, writtenAt: Moment? = nil
    ) -> RecordID {
        count += 1
        let place = count
        let id = id ?? RecordID("\(Body.kind.rawValue)-\(count)")
        records.append { $0.add(body, id: id, place: place, recordedAt: writtenAt) }
        return id
    }

    /// Whose records are read beside the child's own.
    mutating func isAmong(adults: [String: Journey], children: [String: Child]) {
        let family = journey(adults: adults, children: children).family
        records.append { $0.family = family }
    }

    @discardableResult
    mutating func contacted(_ on: Day, _ outcome: ContactOutcome? = .noFurtherAction) -> RecordID {
        add(Contact(receivedOn: on, outcome: outcome))
    }

    @discardableResult
    mutating func referred(
        _ on: Day, need: String? = "N1", nfa: Bool? = false, harm: Bool? = nil, closed: Day? = nil,
        _ reason: String? = nil, team: String? = nil
    ) -> RecordID {
        add(
            Referral(
                receivedOn: on, primaryNeed: need, noFurtherAction: nfa, harmAlleged: harm, closedOn: closed,
                closureReason: closed == nil ? nil : reason ?? "RC8", team: team))
    }

    @discardableResult
    mutating func led(by worker: String?, _ from: Day, until: Day? = nil, as role: AllocationRole = .lead) -> RecordID {
        add(Allocation(worker: worker, role: role, from: from, until: until))
    }

    @discardableResult
    mutating func assessed(
        _ from: Day, authorised: Day? = nil, kind: AssessmentKind = .unspecified, seen: Bool? = true,
        _ outcome: AssessmentOutcome? = nil, nfa: Bool? = nil, referral: RecordID? = nil
    ) -> RecordID {
        add(
            Assessment(
                referral: referral, kind: kind, startedOn: from, authorisedOn: authorised, childSeen: seen,
                outcome: outcome, noFurtherAction: nfa))
    }

    @discardableResult
    mutating func enquired(
        _ from: Day, ended: Day? = nil, _ outcome: EnquiryOutcome? = nil, conference: Bool? = nil,
        referral: RecordID? = nil
    ) -> RecordID {
        add(
            Section47Enquiry(
                referral: referral, startedOn: from, endedOn: ended, conferenceRequired: conference, outcome: outcome))
    }

    @discardableResult
    mutating func conferred(
        _ held: Day?, planned: Day? = nil, kind: ConferenceKind = .initial, of enquiry: RecordID? = nil,
        referral: RecordID? = nil, postponed: [Postponement]? = nil
    ) -> RecordID {
        add(
            Conference(
                kind: kind, referral: referral, enquiry: enquiry, plannedOn: planned, postponements: postponed,
                heldOn: held))
    }

    @discardableResult
    mutating func planned(
        _ from: Day, until: Day? = nil, referral: RecordID? = nil, conference: RecordID? = nil, earlier: Int? = 0
    ) -> RecordID {
        add(
            ChildProtectionPlan(
                referral: referral, conference: conference, startedOn: from, endedOn: until, previousPlans: earlier))
    }

    @discardableResult
    mutating func reviewed(_ held: Day?, due: Day? = nil, of plan: RecordID? = nil, quorate: Bool? = true) -> RecordID {
        add(PlanReview(plan: plan, dueOn: due, heldOn: held, quorate: quorate))
    }

    @discardableResult
    mutating func visited(
        _ on: Day, _ purpose: VisitPurpose = .childProtectionPlan, seen: Bool? = true, alone: Bool? = nil
    ) -> RecordID {
        add(Visit(on: on, purpose: purpose, seen: seen, seenAlone: alone))
    }

    @discardableResult
    mutating func helped(_ from: Day, until: Day? = nil) -> RecordID {
        add(ChildInNeedPlan(startedOn: from, endedOn: until))
    }

    @discardableResult
    mutating func cared(_ from: Day, until: Day? = nil, _ reason: String? = nil) -> RecordID {
        add(CareEpisode(beganOn: from, ceasedOn: until, ceasedReason: reason))
    }

    @discardableResult
    mutating func missed(_ from: Day, until: Day? = nil, kind: MissingKind = .missing) -> RecordID {
        add(MissingEpisode(kind: kind, from: from, until: until))
    }

    @discardableResult
    mutating func earlyHelped(_ from: Day, until: Day? = nil) -> RecordID {
        add(EarlyHelpEpisode(startedOn: from, endedOn: until))
    }
}
