import ChildJourney
import Duties
import WorkingDays

/// `strategy-without-partners`: a strategy discussion was held without those who must be there.
package struct StrategyWithoutPartners: ConcernRule {
    package static let code: ConcernCode = "strategy-without-partners"
    package static let kind = ConcernKind.unshared
    package static let level = 1
    package static let limbs = [Limb("", needs: [.strategyDiscussions, .partners])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "Strategy discussion without police, health or social care",
        rule: "Children's social care, the police and health take part in every strategy discussion.",
        clears: "a discussion is held again with all of them", whoCanAct: "The team manager")

    private static let needed: [Agency] = [.socialCare, .police, .health]

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, into findings: inout Findings) {
        for discussion in journey.strategyDiscussions {
            // Nothing said about who took part is not the same as nobody.
            guard let present = discussion.body.present, !Self.isWhole(present) else { continue }
            // Of the same day only one that is known to be later was held again.
            let mine = Happened(on: discussion.heldOn, at: discussion.body.heldAt)
            let again = journey.strategyDiscussions.first {
                mine.isSurelyBefore(Happened(on: $0.heldOn, at: $0.body.heldAt)) && Self.isWhole($0.body.present ?? [])
            }
            findings.condition(
                Self.self, about: discussion.about(on: discussion.heldOn), from: discussion.heldOn,
                met: again.map { Met(on: $0.heldOn, by: $0.evidence("held with all", on: $0.heldOn)) },
                stop: journey.stop(
                    from: discussion.heldOn,
                    episode: journey.episode(discussion.referral, on: discussion.heldOn)),
                evidence: [discussion.evidence("held", on: discussion.heldOn)],
                numbers: Self.needed.indices.filter { !present.contains(Self.needed[$0]) })
        }
    }

    private static func isWhole(_ present: [Agency]) -> Bool { needed.allSatisfy(present.contains) }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let away = concern.numbers.map { needed[$0].words }.joined(separator: ", ")
        return "The strategy discussion of \(concern.about.on.words) was held without: \(away)."
    }
}
