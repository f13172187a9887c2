import ChildJourney
import Duties
import WorkingDays

/// `emergency-power-ending`: police protection or an emergency protection order is about to end, or has, and nobody has
/// decided where the child will be.
package struct EmergencyPowerEnding: ConcernRule {
    package static let code: ConcernCode = "emergency-power-ending"
    package static let kind = ConcernKind.undecided
    package static let level = 1
    package static let limbs = [Limb("", needs: [.emergencyPowers])]
    package static let limits: [LimitID] = ["police_protection_72h", "epo_8_days", "emergency_power_warning_local"]
    /// A power somebody recorded runs, whatever else the source tells.
    package static let runsOnWhatIsSeen = true
    package static let words = RuleWords(
        title: "No decision where a child will be when an emergency power ends",
        rule: """
            Before police protection (72 hours) or an emergency protection order (8 days) ends, a manager decides where the \
            child will be: at the latest 24 hours before.
            """,
        clears: "a manager decides where the child will be", whoCanAct: "The team manager, with legal advice")

    private let police: Allowance
    private let order: Allowance
    private let warning: Allowance

    package init(_ setting: Setting) {
        police = setting.limits.allowance("police_protection_72h")
        order = setting.limits.allowance("epo_8_days")
        warning = setting.limits.allowance("emergency_power_warning_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        guard journey.hasCasework else { return }
        for power in journey.casework.emergencyPowers {
            let began = Happened(on: power.body.beganOn, at: power.body.beganAt)
            let isPolice = power.body.power == .policeProtection
            findings.duty(
                Self.self, about: power.about(on: began.on), from: began, withinHours: until(power.body, began),
                standard: isPolice ? "police_protection_72h" : "epo_8_days",
                met: power.body.decidedOn.map {
                    power.settled(on: $0, at: power.body.decidedAt, power.evidence("decided", on: $0))
                },
                // A referral that is closed meanwhile leaves the child in the power all the same.
                stop: journey.stop(from: began.on, episode: nil), evidence: [power.evidence("began", on: began.on)])
        }
    }

    /// Hours from the beginning to the moment by which it must be decided. An order's last day ends it at its start:
    /// nobody recorded the hour.
    private func until(_ power: EmergencyPower, _ began: Happened) -> Allowance {
        let limit =
            switch power.power {
            case .policeProtection: police.number
            case .emergencyProtectionOrder: order.number * 24
            }
        var hours = limit
        if let endsOn = power.endsOn {
            let from = began.at ?? Moment(londonDay: began.on)
            let ordered = Int((Moment(londonDay: endsOn).milliseconds - from.milliseconds) / 3_600_000)
            // An order may be extended once; police protection never lasts beyond its limit.
            hours = power.power == .policeProtection ? min(limit, ordered) : ordered
        }
        return Allowance(.hours(max(0, hours - warning.number)))
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        """
        An emergency power began \(concern.clockStart.words) and ends within 24 hours, or has ended, and no decision is \
        recorded where the child will be.
        """
    }
}
