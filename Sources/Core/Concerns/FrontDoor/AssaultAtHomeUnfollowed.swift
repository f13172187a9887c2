import ChildJourney
import Duties
import WorkingDays

/// `assault-at-home-unfollowed`: an adult at home is said to have assaulted the child, and what must follow has not.
package struct AssaultAtHomeUnfollowed: ConcernRule {
    package static let code: ConcernCode = "assault-at-home-unfollowed"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [
        Limb(discussion, needs: [.harmAlleged, .strategyDiscussions, .partners]),
        Limb(tonight, needs: [.harmAlleged, .minutes, .referralDecisions]),
    ]
    package static let isNeverClosedOver = true
    package static let limits: [LimitID] = ["assault_followed_hours_local", "safe_tonight_local"]
    package static let words = RuleWords(
        title: "No response to a child saying an adult at home assaulted them",
        rule: """
            Where an adult at home is said to have assaulted the child, a strategy discussion with the police is held \
            within 24 hours, nights and weekends included, and it is decided the same day where the child stays tonight.
            """,
        clears: "a strategy discussion with the police is held, and it is recorded where the child stays tonight",
        whoCanAct: "The team manager")

    private static let discussion = "strategy-discussion"
    private static let tonight = "safe-tonight"

    private let hours: Allowance
    private let sameDay: Allowance
    private let cover: Cover

    package init(_ setting: Setting) {
        hours = setting.limits.allowance("assault_followed_hours_local")
        sameDay = setting.limits.allowance("safe_tonight_local")
        cover = setting.cover
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for allegation in journey.harmAllegations {
            guard let signs = allegation.signs else {
                let because = "nobody said whether an adult at home is alleged to have harmed the child"
                if cover.tells(Self.limbs[0].needs) {
                    findings.notCheckable(Self.self, Self.discussion, because: because)
                }
                if cover.tells(Self.limbs[1].needs) { findings.notCheckable(Self.self, Self.tonight, because: because) }
                continue
            }
            guard signs.contains(.adultAtHome) else { continue }
            follow(allegation, journey, into: &findings)
            decideTonight(allegation, journey, into: &findings)
        }
    }

    private func follow(_ allegation: HarmAllegation, _ journey: Journey, into findings: inout Findings) {
        guard cover.tells(Self.limbs[0].needs) else { return }
        // One of the allegation's own day, no times known, is taken for an answer, as `strategy-late` takes it.
        let held = journey.strategyDiscussions.first {
            $0.heldOn >= allegation.on && $0.body.present?.contains(.police) ?? false
                && !Happened(on: $0.heldOn, at: $0.body.heldAt).isSurelyBefore(allegation.happened)
        }
        let start =
            held == nil ? start(Self.limbs[0].needs, allegation, Self.discussion, &findings) : allegation.happened
        findings.duty(
            Self.self, limb: Self.discussion, about: allegation.about, from: start, withinHours: hours,
            standard: "assault_followed_hours_local",
            met: held.map { Met(on: $0.heldOn, at: $0.body.heldAt, by: $0.evidence("held", on: $0.heldOn)) },
            stop: journey.stop(from: allegation.on, episode: allegation.episode), evidence: [allegation.evidence])
    }

    private func decideTonight(_ allegation: HarmAllegation, _ journey: Journey, into findings: inout Findings) {
        guard cover.tells(Self.limbs[1].needs) else { return }
        let met = journey.firstSafeTonight(since: allegation.happened)
        let start = met == nil ? start(Self.limbs[1].needs, allegation, Self.tonight, &findings) : allegation.happened
        findings.duty(
            Self.self, limb: Self.tonight, about: allegation.about, from: start.on, within: sameDay,
            standard: "safe_tonight_local", met: met,
            stop: journey.stop(from: allegation.on, episode: allegation.episode), evidence: [allegation.evidence])
    }

    /// Where the allegation is older than the record, what was done before is not in it.
    private func start(
        _ facts: [CoveredFact], _ allegation: HarmAllegation, _ limb: String, _ findings: inout Findings
    ) -> Happened {
        let extent = Cover.Extent(from: cover.begins(facts))
        if extent.reaches(allegation.on) { return allegation.happened }
        findings.notCheckable(Self.self, limb, because: "the allegation is older than the record kept here")
        return allegation.happened.latestStart(extent)
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == discussion
            ? """
            An adult at home was said to have assaulted the child \(concern.clockStart.words), and no strategy discussion \
            with the police is recorded in time.
            """
            : """
            An adult at home was said to have assaulted the child \(concern.clockStart.words), and it is not recorded that \
            day where the child stays tonight.
            """
    }
}

extension Journey {
    /// Where the child stays tonight: as a strategy discussion wrote it, or as a manager decided it.
    fileprivate func firstSafeTonight(since: Happened) -> Met? {
        let discussed = strategyDiscussions.first {
            $0.heldOn >= since.on && $0.body.immediateSafety.map { !$0.isEmpty } ?? false
                && !Happened(on: $0.heldOn, at: $0.body.heldAt).isSurelyBefore(since)
        }
        let decided = casework.decisions.first { $0.body.point == .safeTonight && $0.mayAnswer(since) }
        let met = [
            discussed.map { Met(on: $0.heldOn, by: $0.evidence("safe tonight", on: $0.heldOn)) },
            decided.map { Met(on: $0.body.on, by: $0.evidence("safe tonight", on: $0.body.on)) },
        ]
        return met.compactMap { $0 }.min { $0.on < $1.on }
    }
}
