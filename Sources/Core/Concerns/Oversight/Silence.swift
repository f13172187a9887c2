import ChildJourney
import Duties
import WorkingDays

/// `silence`: for weeks nobody has spoken with the child, the family or a professional, and nothing was decided.
package struct Silence: ConcernRule {
    package static let code: ConcernCode = "silence"
    package static let kind = ConcernKind.unrecorded
    package static let level = 2
    package static let limbs = [Limb("", needs: heard)]
    package static let limits: [LimitID] = ["silence_local", "silence_on_plan_local"]
    package static let words = RuleWords(
        title: "No contact and no decision for weeks",
        rule: """
            While a child is open, somebody speaks with the child, the family or a professional, or something is decided, \
            at least every 20 working days; every 10 on a protection plan.
            """,
        clears: "a talk, a visit, a meeting or a decision is recorded", whoCanAct: "Whoever holds the child")

    /// Everything that breaks a silence must be told completely, or there may have been none.
    private static let heard: [CoveredFact] = [
        .caseNotes, .protectionVisits, .inNeedVisits, .strategyDiscussions, .enquiries, .conferences, .coreGroups,
        .planReviews, .inNeedPlanReviews, .assessments, .referralDecisions, .agencyChecks, .referrersTold,
        .givenToFamily, .advocateOffers, .longPlanDecisions, .preProceedings,
    ]

    private let limits: Limits
    private let begins: Day?

    package init(_ setting: Setting) {
        limits = setting.limits
        begins = setting.cover.begins(Self.heard)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework || !journey.referrals.isEmpty || !journey.protectionPlans.isEmpty else { return }
        let heard = journey.daysHeard
        for span in journey.openSpans {
            var clock = span.from
            if let begins, begins > clock {
                if span.until.map({ $0.on > begins }) ?? true {
                    findings.notCheckable(
                        Self.self, "", because: "the child was open before the record kept here begins")
                } else {
                    continue
                }
                clock = begins
            }
            for event in heard where event.on > clock && span.until.map({ event.on < $0.on }) ?? true {
                gap(from: clock, until: event, span, journey, into: &findings)
                clock = event.on
            }
            gap(from: clock, until: nil, span, journey, into: &findings)
        }
    }

    private func gap(
        from clockStart: Day, until next: Met?, _ span: OpenSpan, _ journey: Journey, into findings: inout Findings
    ) {
        let isOnPlan = journey.protectionPlans.contains { journey.runs($0, on: clockStart) }
        let standard: LimitID = isOnPlan ? "silence_on_plan_local" : "silence_local"
        findings.duty(
            Self.self, about: span.about, from: clockStart, within: limits.allowance(standard), standard: standard,
            met: next, stop: span.until,
            evidence: [span.evidence])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        Since \(concern.clockStart.words) nobody is recorded to have spoken with the child, the family or a professional, \
        and no decision is recorded.
        """
    }
}

extension Journey {
    /// Each time somebody spoke with the child, the family or a professional, or decided something; earliest first.
    /// Imports, looks, allocations, supervision and what the front door received are none of these: nobody who holds
    /// the child need have done anything.
    fileprivate var daysHeard: [Met] {
        var heard: [Met] = []
        func add<Body>(_ records: [Recorded<Body>], _ says: String, _ day: (Body) -> Day?) where Body: EntryBody {
            for record in records {
                if let on = day(record.body) { heard.append(Met(on: on, by: record.evidence(says, on: on))) }
            }
        }
        // Knocking on a door that nobody opens reaches nobody.
        add(visits, "visited") { $0.seen == true || $0.motherSeen == true || $0.spokeWithSomebody ? $0.on : nil }
        add(strategyDiscussions, "held") { $0.heldOn }
        add(conferences, "held") { $0.heldOn }
        add(planReviews, "held") { $0.heldOn }
        add(assessments, "authorised") { $0.authorisedOn }
        add(enquiries, "ended") { $0.endedOn }
        for step in preProceedings {
            for on in [
                step.body.startedOn, step.body.letterSentOn, step.body.firstMeetingOn, step.body.stepDecidedOn,
                step.body.courtApplicationOn,
            ] + (step.body.reviews ?? []).map({ $0.on }) {
                if let on { heard.append(Met(on: on, by: step.evidence("legal step", on: on))) }
            }
        }
        guard hasCasework else { return heard.sorted { $0.on < $1.on } }
        add(casework.notes, "spoke with somebody") { $0.spokenTo.map { !$0.isEmpty } ?? false ? $0.on : nil }
        add(casework.decisions, "decided") { $0.on }
        add(casework.chairDecisions, "decided") { $0.on }
        add(casework.coreGroups, "held") { $0.heldOn }
        add(casework.inNeedPlanReviews, "held") { $0.heldOn }
        add(casework.agencyChecks, "answered") { $0.answeredOn }
        add(casework.referrersTold, "told") { $0.on }
        add(casework.givenToFamily, "given") { $0.withheldWhy == nil ? $0.on : nil }
        add(casework.advocateOffers, "offered") { $0.on }
        return heard.sorted { $0.on < $1.on }
    }
}

extension Visit {
    /// Somebody was there, though the child was not seen. A blank `seen` says neither.
    fileprivate var spokeWithSomebody: Bool {
        guard seen == false, let whyNotSeen else { return false }
        switch whyNotSeen {
        case .refused, .notThere, .asleep: return true
        case .noAnswer, .other: return false
        }
    }
}
