import ChildJourney
import Duties
import WorkingDays

/// `step-down-lost`: a child was passed down to early help and no early help was opened.
package struct StepDownLost: ConcernRule {
    package static let code: ConcernCode = "step-down-lost"
    package static let kind = ConcernKind.adrift
    package static let level = 3
    package static let limbs = [Limb("", needs: [.referrals, .earlyHelpEpisodes])]
    package static let limits: [LimitID] = ["early_help_opened_local"]
    package static let words = RuleWords(
        title: "Stepped down, and nobody picked it up",
        rule: "When a child's case is closed to early help, early help opens within 10 working days.",
        clears: "early help opens, or the family is recorded as having declined it",
        whoCanAct: "The team manager who closed the case")

    private static let closedToEarlyHelp = "RC9"
    private let allowance: Allowance

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("early_help_opened_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals {
            guard let closed = referral.closedOn,
                referral.closureReason.map({ $0 == Self.closedToEarlyHelp }) ?? referral.isAccepted
            else { continue }
            let help = journey.earlyHelpEpisodes.first { $0.endedOn.map { $0 >= closed } ?? true }
            if referral.closureReason == nil {
                if help == nil {
                    findings.notCheckable(Self.self, "", because: "why a referral was closed is not recorded")
                }
                continue
            }
            findings.duty(
                Self.self, about: referral.about(on: referral.receivedOn), from: closed, within: allowance,
                standard: "early_help_opened_local",
                met: met(closed, help, journey),
                stop: journey.stop(from: closed), evidence: [referral.evidence("closed to early help", on: closed)])
        }
    }

    /// The first of early help that runs, and of the family's word that they do not want it.
    private func met(_ closed: Day, _ help: Recorded<EarlyHelpEpisode>?, _ journey: Journey) -> Met? {
        let opened = help.map { Met(on: max($0.startedOn, closed), by: $0.evidence("opened", on: $0.startedOn)) }
        guard journey.hasCasework else { return opened }
        // NB: what was declined before the case was closed to early help was another offer.
        let declined = journey.casework.earlyHelpDeclined.filter { $0.body.on >= closed }.map { record in
            Met(
                on: max(record.body.on, record.firstWrittenAt?.londonDay ?? record.body.on),
                by: record.evidence("declined by the family", on: record.body.on))
        }
        return ([opened].compactMap { $0 } + declined).min { $0.on < $1.on }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Closed to early help \(concern.clockStart.words). No early help is recorded since."
    }
}
