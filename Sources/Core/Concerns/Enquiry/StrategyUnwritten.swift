import ChildJourney
import Duties
import WorkingDays

/// `strategy-unwritten`: a strategy discussion was held and what it decided is not written down.
package struct StrategyUnwritten: ConcernRule {
    package static let code: ConcernCode = "strategy-unwritten"
    package static let kind = ConcernKind.unrecorded
    package static let level = 1
    package static let limbs = [Limb("", needs: [.strategyDiscussions, .minutes])]
    package static let limits: [LimitID] = ["strategy_written_local"]
    package static let words = RuleWords(
        title: "Strategy discussion not written up",
        rule:
            "What a strategy discussion decided, and who does what, is written down by the end of the next working day.",
        clears: "the decision and the actions are recorded", whoCanAct: "Whoever led the discussion")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("strategy_written_local") }

    package func find(in journey: Journey, into findings: inout Findings) {
        for discussion in journey.strategyDiscussions where discussion.body.present != nil {
            findings.duty(
                Self.self, about: discussion.about(on: discussion.heldOn), from: discussion.heldOn, within: allowance,
                standard: "strategy_written_local",
                met: written(discussion).map {
                    Met(on: max($0, discussion.heldOn), by: discussion.evidence("written up", on: $0))
                },
                stop: journey.stop(
                    from: discussion.heldOn,
                    episode: journey.episode(discussion.referral, on: discussion.heldOn)),
                evidence: [discussion.evidence("held", on: discussion.heldOn)])
        }
    }

    /// For a discussion recorded before the day was kept: the day of its latest version, which is never too early.
    private func written(_ discussion: Recorded<StrategyDiscussion>) -> Day? {
        if let on = discussion.body.writtenOn { return on }
        guard discussion.body.decision != nil, discussion.body.actions != nil else { return nil }
        return discussion.recordedAt?.londonDay
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "A strategy discussion was held \(concern.clockStart.words). What it decided, or who does what, was not written down."
    }
}
