import ChildJourney
import Duties
import WorkingDays

/// `referral-undecided`: a referral has come and nobody has decided what becomes of it.
package struct ReferralUndecided: ConcernRule {
    package static let code: ConcernCode = "referral-undecided"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.referrals, .referralDecisions])]
    package static let limits: [LimitID] = ["referral_decision_1wd"]
    package static let words = RuleWords(
        title: "No decision on a referral",
        rule: "A referral is decided by the end of the next working day.",
        clears: "a manager decides", whoCanAct: "The front door manager")

    private let decisions: Cover.Extent?
    private let limits: Limits

    package init(_ setting: Setting) {
        decisions = setting.cover.extents[.referralDecisions]
        limits = setting.limits
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals {
            // Decided on a day nobody wrote down is decided.
            if referral.decidedOn == nil, referral.noFurtherAction != nil { continue }
            var start = referral.receivedOn
            if referral.decidedOn == nil, !(decisions?.reaches(referral.receivedOn) ?? false) {
                findings.notCheckable(Self.self, "", because: "the referral is older than the record kept here")
                start = decisions?.latestStart(start) ?? start
            }
            findings.duty(
                Self.self, about: referral.about(on: referral.receivedOn), from: start,
                within: limits.allowance("referral_decision_1wd"), standard: "referral_decision_1wd",
                met: referral.decidedOn.map { Met(on: $0, by: referral.evidence("decided", on: $0)) },
                stop: journey.stop(from: referral.receivedOn, episode: referral),
                evidence: [referral.evidence("received", on: referral.receivedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Referral received \(concern.clockStart.words), and no decision on it is recorded."
    }
}
