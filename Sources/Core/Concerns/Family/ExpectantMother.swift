import ChildJourney
import Duties
import WorkingDays

/// While a child is unborn nobody can see the child: the expectant mother is seen instead, within the same time.
struct ExpectantMother: Sendable {
    static let limb = "expectant-mother"

    private let extent: Cover.Extent?

    init(_ setting: Setting, needs facts: [CoveredFact]) {
        extent = setting.cover.tells(facts) ? setting.cover.extents[.expectantMotherSeen] : nil
    }

    /// Every gap between visits on which she was seen, from a day until the birth, or until `stop`. A birth that was
    /// expected before `from` and is not recorded makes nothing of it: nobody knows then whether there is a child to see.
    func gaps<Rule: ConcernRule>(
        _ rule: Rule.Type, about: About, from start: Day, within allowance: Allowance, standard: LimitID,
        evidence: Evidence, of journey: Journey, stop: Stop?, into findings: inout Findings
    ) {
        guard let until = until(rule, start, stop, journey, &findings) else { return }
        var clockStart = start
        for visit in journey.visits where visit.body.motherSeen == true && visit.on >= clockStart {
            if let end = until.stop, visit.on >= end.on { break }
            add(rule, about, clockStart, visit, allowance, standard, evidence, until.stop, &findings)
            clockStart = visit.on
        }
        add(rule, about, clockStart, nil, allowance, standard, evidence, until.stop, &findings)
    }

    /// The first visit on which she was seen that is known to be no earlier than what started the clock, within hours.
    func once<Rule: ConcernRule>(
        _ rule: Rule.Type, about: About, from start: Happened, withinHours allowance: Allowance, standard: LimitID,
        evidence: Evidence, of journey: Journey, stop: Stop?, into findings: inout Findings
    ) {
        guard let until = until(rule, start.on, stop, journey, &findings) else { return }
        let visit = journey.visits.first { visit in
            visit.body.motherSeen == true && visit.happened.isSurelyNotBefore(start)
                && until.stop.map { visit.on < $0.on } ?? true
        }
        findings.duty(
            rule, limb: Self.limb, about: about, from: start, withinHours: allowance, standard: standard,
            met: visit.map { Met(on: $0.on, at: $0.happened.at, by: $0.evidence("expectant mother seen", on: $0.on)) },
            stop: until.stop, evidence: [evidence])
    }

    /// When it ends: with the birth, or with `stop`. Nil where nothing can be said from `start` on.
    private func until<Rule: ConcernRule>(
        _ rule: Rule.Type, _ start: Day, _ stop: Stop?, _ journey: Journey, _ findings: inout Findings
    ) -> (stop: Stop?, Void)? {
        guard let extent, journey.isUnborn(on: start), let person = journey.person else { return nil }
        if person.bornOn == nil, let expected = person.expectedOn, expected < start { return nil }
        guard extent.reaches(start) else {
            findings.notCheckable(rule, Self.limb, because: "visits before the record was kept here are not in it")
            return nil
        }
        if let born = person.bornOn, stop.map({ born < $0.on }) ?? true {
            return (Stop(on: born, because: .noLongerApplies), ())
        }
        return (stop, ())
    }

    private func add<Rule: ConcernRule>(
        _ rule: Rule.Type, _ about: About, _ clockStart: Day, _ next: Recorded<Visit>?, _ allowance: Allowance,
        _ standard: LimitID, _ evidence: Evidence, _ until: Stop?, _ findings: inout Findings
    ) {
        findings.duty(
            rule, limb: Self.limb, about: about, from: clockStart, within: allowance, standard: standard,
            met: next.map { Met(on: $0.on, by: $0.evidence("expectant mother seen", on: $0.on)) }, stop: until,
            evidence: [evidence])
    }

    /// Nil for a concern about a child who is born.
    static func why(_ concern: Concern) -> String? {
        guard concern.limb == limb else { return nil }
        return
            "The child is unborn, and no visit on which the expectant mother was seen is recorded since \(concern.clockStart.words)."
    }
}
