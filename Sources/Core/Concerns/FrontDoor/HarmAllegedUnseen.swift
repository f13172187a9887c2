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
    ]
    package static let limits: [LimitID] = ["harm_alleged_seen_local"]
    package static let words = RuleWords(
        title: "Harm alleged, child not seen",
        rule: "A child about whom harm is alleged is seen by the end of the next day.",
        clears: "the child is seen on a visit", whoCanAct: "The team manager")

    private let allowance: Allowance
    private let visits: Cover.Extent?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("harm_alleged_seen_local")
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
                mother.gaps(
                    Self.self, about: allegation.about, from: allegation.on, within: allowance,
                    standard: "harm_alleged_seen_local", again: false, evidence: allegation.evidence, of: journey,
                    stop: journey.stop(from: allegation.on, episode: allegation.episode), into: &findings)
                continue
            }
            guard isTold else { continue }
            let seen = journey.visits.first { $0.seen == true && $0.on >= allegation.on }
            if seen == nil, !(visits?.reaches(allegation.on) ?? false) {
                findings.notCheckable(Self.self, "", because: "visits as old as the allegation are not in the source")
                continue
            }
            findings.duty(
                Self.self, about: allegation.about, from: allegation.on, within: allowance,
                standard: "harm_alleged_seen_local",
                met: seen.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) },
                stop: journey.stop(from: allegation.on, episode: allegation.episode), evidence: [allegation.evidence])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        ExpectantMother.why(concern)
            ?? "Harm was alleged \(concern.clockStart.words), and no visit on which the child was seen is recorded since."
    }
}
