import ChildJourney
import Duties
import WorkingDays

/// `harm-alleged-unseen`: harm is alleged and nobody has seen the child.
package struct HarmAllegedUnseen: ConcernRule {
    package static let code: ConcernCode = "harm-alleged-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [
        Limb("", needs: [.harmAlleged, .inNeedVisits, .inNeedVisitSeen, .referralDecisions]),
        Limb(ExpectantMother.limb, needs: [.harmAlleged, .referralDecisions, .expectantMotherSeen]),
        Limb("by-social-worker", needs: [.harmAlleged, .visitors]),
    ]
    package static let isNeverClosedOver = true
    package static let limits: [LimitID] = ["harm_alleged_seen_hours_local", "harm_alleged_seen_same_day_local"]
    package static let words = RuleWords(
        title: "Harm alleged, child not seen",
        rule: """
            A child about whom harm is alleged is seen within 24 hours, nights and weekends included; the same day where there \
            is an injury, sexual harm is alleged, it is said of an adult at home, or the child is under 2. Where nobody said \
            whether any of these is so, the same day holds.
            """,
        clears: "the child is seen on a visit", whoCanAct: "The team manager; at night and at weekends, emergency duty")

    /// Why a child is to be seen the same day; what `numbers` holds.
    private enum SameDay: Int { case no, sign, underTwo, notSaid }

    private let hours: Allowance
    private let sameDay: Allowance
    private let visits: Cover.Extent?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool

    package init(_ setting: Setting) {
        hours = setting.limits.allowance("harm_alleged_seen_hours_local")
        sameDay = setting.limits.allowance("harm_alleged_seen_same_day_local")
        mother = ExpectantMother(setting, needs: Self.limbs[1].needs)
        isTold = setting.cover.tells(Self.limbs[0].needs)
        visits = setting.cover.extents[.inNeedVisitSeen]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for allegation in journey.harmAllegations {
            if journey.isUnborn(on: allegation.on) {
                // A birth that nobody recorded must not pass for a child not born yet.
                if let expected = journey.person?.expectedOn, expected < allegation.on {
                    findings.notCheckable(Self.self, "", because: "the birth that was expected is not recorded")
                }
                mother.once(
                    Self.self, about: allegation.about, from: allegation.happened, withinHours: hours,
                    standard: "harm_alleged_seen_hours_local", evidence: allegation.evidence, of: journey,
                    stop: journey.stop(from: allegation.on, episode: allegation.episode), into: &findings)
                continue
            }
            guard isTold else { continue }
            let seen = journey.firstSeen(since: allegation.happened)
            var start = allegation.happened
            if seen == nil, !(visits?.reaches(allegation.on) ?? false) {
                findings.notCheckable(Self.self, "", because: "visits as old as the allegation are not in the source")
                start = start.latestStart(visits)
            }
            let met = seen.map { Met(on: $0.on, at: $0.happened.at, by: $0.evidence("seen", on: $0.on)) }
            let reason = Self.sameDay(allegation, journey.person?.bornOn)
            if reason == .no {
                findings.duty(
                    Self.self, about: allegation.about, from: start, withinHours: hours,
                    standard: "harm_alleged_seen_hours_local", met: met,
                    stop: journey.stop(from: allegation.on, episode: allegation.episode),
                    evidence: [allegation.evidence], numbers: [reason.rawValue])
            } else {
                findings.duty(
                    Self.self, about: allegation.about, from: start.on, within: sameDay,
                    standard: "harm_alleged_seen_same_day_local", met: met,
                    stop: journey.stop(from: allegation.on, episode: allegation.episode),
                    evidence: [allegation.evidence], numbers: [reason.rawValue])
            }
        }
    }

    /// A child whose birth date is not known may be under 2.
    private static func sameDay(_ allegation: HarmAllegation, _ born: Day?) -> SameDay {
        guard let signs = allegation.signs, !signs.isEmpty else { return .notSaid }
        if signs.contains(where: { $0 != .noneOfThese }) { return .sign }
        return born.map { allegation.on < $0.birthday(2) } ?? true ? .underTwo : .no
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if let unborn = ExpectantMother.why(concern) { return unborn }
        let sameDay =
            switch concern.numbers.first.flatMap(SameDay.init) {
            case .sign?: " An injury, sexual harm or an adult at home is named: the child is to be seen the same day."
            case .underTwo?: " The child is under 2, or has no birth date recorded: to be seen the same day."
            case .notSaid?:
                " Nobody said whether there is an injury, sexual harm or an adult at home: the same day holds."
            case .no?, nil: ""
            }
        return "Harm was alleged \(concern.clockWords), and no visit on which the child was seen is known to be since."
            + sameDay
    }
}

extension Concern {
    /// "Fri 6 Mar 2026, 16:50"; the day alone where the moment is not recorded, and then it says how it was counted.
    package var clockWords: String {
        if let clockStartAt { return clockStartAt.words }
        return dueAt == nil
            ? clockStart.words : "\(clockStart.words) (no time is recorded, so counted from the start of that day)"
    }
}
