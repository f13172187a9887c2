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
        again: Bool = true, evidence: Evidence, of journey: Journey, stop: Stop?, into findings: inout Findings
    ) {
        guard let extent, journey.isUnborn(on: start), let person = journey.person else { return }
        if person.bornOn == nil, let expected = person.expectedOn, expected < start { return }
        guard extent.reaches(start) else {
            return findings.notCheckable(
                rule, Self.limb, because: "visits before the record was kept here are not in it")
        }
        var until = stop
        if let born = person.bornOn, until.map({ born < $0.on }) ?? true {
            until = Stop(on: born, because: .noLongerApplies)
        }
        var clockStart = start
        for visit in journey.visits where visit.body.motherSeen == true && visit.on >= clockStart {
            if let until, visit.on >= until.on { break }
            add(rule, about, clockStart, visit, allowance, standard, evidence, until, &findings)
            clockStart = visit.on
            if !again { return }
        }
        add(rule, about, clockStart, nil, allowance, standard, evidence, until, &findings)
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
