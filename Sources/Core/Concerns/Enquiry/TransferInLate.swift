import ChildJourney
import Duties
import WorkingDays

/// `transfer-in-late`: a child on another council's plan moved here, and no conference was held.
package struct TransferInLate: ConcernRule {
    package static let code: ConcernCode = "transfer-in-late"
    package static let kind = ConcernKind.late
    package static let level = 1
    package static let limbs = [Limb("", needs: [.transfersIn, .conferences])]
    package static let limits: [LimitID] = ["transfer_in_conference_15wd"]
    package static let words = RuleWords(
        title: "Transfer-in conference not held in time",
        rule: """
            When a child on another council's protection plan moves here to stay, a transfer-in conference is held within \
            15 working days of this council being told.
            """,
        clears: "the conference is held", whoCanAct: "The team manager and the conference service")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("transfer_in_conference_15wd") }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for moved in journey.casework.transfersIn {
            let told = moved.body.toldOn
            let held = journey.conferences.first {
                ($0.kind == .transferIn || $0.kind == .initial) && $0.heldOn.map { $0 >= told } ?? false
            }
            findings.duty(
                Self.self, about: moved.about(on: told), from: told, within: allowance,
                standard: "transfer_in_conference_15wd",
                met: held.flatMap { held in held.heldOn.map { Met(on: $0, by: held.evidence("held", on: $0)) } },
                // The plan is another council's until this one has conferred: closing a referral here ends nothing.
                stop: journey.stop(from: told, episode: nil), evidence: [moved.evidence("told", on: told)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        This council was told \(concern.clockStart.words) that a child on another council's protection plan has moved here, \
        and no transfer-in conference is recorded in time.
        """
    }
}
