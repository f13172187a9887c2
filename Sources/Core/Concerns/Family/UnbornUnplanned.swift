import ChildJourney
import Duties
import WorkingDays

/// `unborn-unplanned`: a birth comes nearer, or has come, and what has to be ready for it is not.
package struct UnbornUnplanned: ConcernRule {
    package static let code: ConcernCode = "unborn-unplanned"
    package static let kind = ConcernKind.late
    package static let level = 1
    package static let limbs = [
        Limb("unplanned", needs: [.family, .referrals, .conferences]),
        Limb("birth-unrecorded", needs: [.family, .referrals]),
        Limb("newborn-unseen", needs: [.family, .referrals, .inNeedVisitSeen]),
    ]
    package static let limits: [LimitID] = ["unborn_planned_local", "newborn_seen_local"]
    package static let words = RuleWords(
        title: "No conference or decision before a birth",
        rule:
            "For an unborn child, a conference is held or a manager decides by 10 weeks before the day the birth is expected; the birth is recorded; and the baby is seen by the end of the day after it.",
        clears: "the conference, the decision, the birth or the visit is recorded", whoCanAct: "The team manager")

    private let before: Allowance
    private let seen: Allowance
    private let family: Cover.Extent?
    private let told: Set<String>

    package init(_ setting: Setting) {
        before = setting.limits.allowance("unborn_planned_local")
        seen = setting.limits.allowance("newborn_seen_local")
        told = Set(Self.limbs.filter { setting.cover.tells($0.needs) }.map(\.name))
        family = setting.cover.extents[.family]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard let expected = journey.person?.expectedOn else { return }
        for referral in journey.referrals where referral.isAccepted && journey.isUnborn(on: referral.receivedOn) {
            guard family?.reaches(referral.receivedOn) ?? false else {
                for limb in Self.limbs {
                    findings.notCheckable(
                        Self.self, limb.name, because: "the child was open before the record was kept here")
                }
                continue
            }
            if told.contains("unplanned") { unplanned(expected, referral, journey, into: &findings) }
            if told.contains("birth-unrecorded") { unrecorded(expected, referral, journey, into: &findings) }
        }
        if told.contains("newborn-unseen") { unseen(expected, journey, into: &findings) }
    }

    /// Known later than that, it is due on the day the child became known.
    private func unplanned(
        _ expected: Day, _ referral: Recorded<Referral>, _ journey: Journey, into findings: inout Findings
    ) {
        let due = max(expected - before.days, referral.receivedOn)
        var met: Met?
        func consider(_ on: Day?, _ evidence: Evidence) {
            guard let on, on >= referral.receivedOn, met.map({ on < $0.on }) ?? true else { return }
            met = Met(on: on, by: evidence)
        }
        for conference in journey.conferences {
            consider(conference.heldOn, conference.evidence("held", on: conference.heldOn))
        }
        for decision in journey.casework.decisions where decision.body.point == .beforeBirth {
            consider(decision.body.on, decision.evidence("decided", on: decision.body.on))
        }
        if let met, met.on <= due { return }
        findings.condition(
            Self.self, limb: "unplanned", about: referral.about(on: referral.receivedOn), from: due + 1,
            standard: "unborn_planned_local", met: met,
            stop: journey.stop(
                from: referral.receivedOn, episode: referral, ends: journey.person?.bornOn, as: .noLongerApplies),
            evidence: [referral.evidence("received", on: referral.receivedOn)], numbers: [Int(expected.number)])
    }

    private func unrecorded(
        _ expected: Day, _ referral: Recorded<Referral>, _ journey: Journey, into findings: inout Findings
    ) {
        guard let person = journey.person else { return }
        if let born = person.bornOn, born <= expected { return }
        findings.condition(
            Self.self, limb: "birth-unrecorded", about: referral.about(on: referral.receivedOn),
            from: max(expected + 1, referral.receivedOn),
            met: person.bornOn.map { Met(on: $0, by: person.evidence("born", on: $0)) },
            stop: journey.stop(from: referral.receivedOn, episode: referral),
            evidence: [person.evidence("birth expected", on: expected)], numbers: [Int(expected.number)])
    }

    private func unseen(_ expected: Day, _ journey: Journey, into findings: inout Findings) {
        guard let person = journey.person, let born = person.bornOn,
            let referral = journey.episode(nil, on: born)
        else { return }
        let visit = journey.visits.first { $0.seen == true && $0.on >= born }
        if visit == nil, !(family?.reaches(born) ?? false) {
            return findings.notCheckable(
                Self.self, "newborn-unseen", because: "the child was born before the record was kept here")
        }
        findings.duty(
            Self.self, limb: "newborn-unseen", about: referral.about(on: referral.receivedOn), from: born,
            within: seen, standard: "newborn_seen_local",
            met: visit.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) },
            stop: journey.stop(from: born, episode: referral), evidence: [person.evidence("born", on: born)])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let expected = concern.numbers.first.map { Day(number: Int32($0)).words } ?? "a day not known"
        return switch concern.limb {
        case "unplanned":
            "The birth is expected \(expected), and neither a conference nor a manager's decision was recorded by \((concern.onset - 1).words)."
        case "birth-unrecorded": "The birth was expected \(expected), and none is recorded."
        default: "Born \(concern.clockStart.words), and no visit on which the baby was seen is recorded since."
        }
    }
}

extension Allowance {
    /// In calendar days, for a limit that counts back from a day. Months and working days cannot be counted back so.
    fileprivate var days: Int {
        switch length {
        case .calendarDays(let number): number
        case .weeks(let number): number * 7
        case .hours, .workingDays, .months: preconditionFailure("a limit before a birth is in days or weeks")
        }
    }
}
