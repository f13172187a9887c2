import ChildJourney
import Duties
import WorkingDays

/// `allegation-not-referred`: somebody who works with children is alleged to have harmed, and the designated officer
/// has not been told.
package struct AllegationNotReferred: ConcernRule {
    package static let code: ConcernCode = "allegation-not-referred"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.professionalAllegations])]
    package static let limits: [LimitID] = ["lado_referral_1wd"]
    package static let words = RuleWords(
        title: "Allegation not put to the designated officer",
        rule: """
            An allegation against somebody who works with children is put to the designated officer within one working day.
            """,
        clears: "it is put to the designated officer", whoCanAct: "The team manager")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("lado_referral_1wd") }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for alleged in journey.casework.professionalAllegations {
            findings.duty(
                Self.self, about: alleged.about(on: alleged.body.on), from: alleged.body.on, within: allowance,
                standard: "lado_referral_1wd",
                met: alleged.body.referredOn.map { alleged.settled(on: $0, alleged.evidence("referred", on: $0)) },
                // What is alleged about a professional outlives the child's own referral: other children meet them.
                stop: nil, evidence: [alleged.evidence("known", on: alleged.body.on)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        An allegation about somebody who works with children became known \(concern.clockStart.words), and it is not \
        recorded that the designated officer was told.
        """
    }
}
