import ChildJourney
import Duties
import WorkingDays

/// `referral-unowned`: a referral was accepted and nobody holds the child.
package struct ReferralUnowned: ConcernRule {
    package static let code: ConcernCode = "referral-unowned"
    package static let kind = ConcernKind.unowned
    package static let level = 1
    package static let limbs = [Limb("no-lead", needs: [.referrals, .allocations])]
    package static let limits: [LimitID] = ["lead_allocated_local"]
    package static let words = RuleWords(
        title: "Nobody holds the child",
        rule: "An accepted referral has a lead worker by the end of the next working day.",
        clears: "a lead worker is allocated", whoCanAct: "The team manager")

    private let allowance: Allowance

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("lead_allocated_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals where referral.isAccepted {
            let lead = journey.allocations.first {
                $0.role == .lead && ($0.until.map { $0 >= referral.receivedOn } ?? true)
            }
            findings.duty(
                Self.self, limb: "no-lead", about: referral.about(on: referral.receivedOn), from: referral.receivedOn,
                within: allowance, standard: "lead_allocated_local",
                met: lead.map {
                    Met(on: max($0.from, referral.receivedOn), by: $0.evidence("allocated", on: $0.from))
                },
                stop: journey.stop(from: referral.receivedOn, episode: referral),
                evidence: [referral.evidence("received", on: referral.receivedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Referral accepted \(concern.clockStart.words), and no lead worker is named."
    }
}
