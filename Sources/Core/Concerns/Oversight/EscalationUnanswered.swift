import ChildJourney
import Duties
import WorkingDays

/// `escalation-unanswered`: a chair, a reviewing officer or a partner raised something, and nobody has answered.
package struct EscalationUnanswered: ConcernRule {
    package static let code: ConcernCode = "escalation-unanswered"
    package static let kind = ConcernKind.unowned
    package static let level = 2
    package static let limbs = [Limb("", needs: [.escalations])]
    package static let limits: [LimitID] = ["escalation_answered_local"]
    package static let words = RuleWords(
        title: "Escalation without an answer",
        rule: "What a chair, a reviewing officer or a partner escalates is answered within 5 working days.",
        clears: "it is answered", whoCanAct: "The manager it was escalated to")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("escalation_answered_local") }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for raised in journey.casework.escalations {
            let on = raised.body.on
            findings.duty(
                Self.self, about: raised.about(on: on), from: on, within: allowance,
                standard: "escalation_answered_local",
                met: raised.body.answeredOn.map { raised.settled(on: $0, raised.evidence("answered", on: $0)) },
                stop: journey.stop(from: on, episode: journey.episode(nil, on: on)),
                evidence: [raised.evidence("escalated", on: on)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Something was escalated \(concern.clockStart.words), and no answer is recorded."
    }
}
