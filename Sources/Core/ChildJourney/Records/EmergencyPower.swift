import WorkingDays

/// A child is kept safe by police protection or by an emergency protection order.
/// Source: Children Act 1989 sections 44 to 46.
package struct EmergencyPower: EntryBody {
    package static var kind: RecordKind { .emergencyPower }

    package var power: EmergencyPowerKind
    package var beganOn: Day
    /// Nil: the time is not recorded, and the power is then counted from the start of that day.
    package var beganAt: Moment?
    /// The day it ends as ordered or agreed, where that is sooner or later than the law's own limit; nil: at the limit.
    package var endsOn: Day?
    /// Which police force or which court.
    package var by: String?
    /// The day it was decided where the child will be when it ends; nil while nobody has.
    package var decidedOn: Day?
    package var decidedAt: Moment?
    package var whereTheChildWillBe: String?
    package var decisionWhy: String?
    /// Who decided, by their name for signing in.
    package var decidedBy: String?

    package init(_ power: EmergencyPowerKind, beganOn: Day) {
        self.power = power
        self.beganOn = beganOn
    }

    package var happenedOn: Day? { beganOn }
    package var settledOn: Day? { decidedOn }

    package static func fold(_ record: Recorded<EmergencyPower>, into journey: inout Journey) {
        journey.casework.emergencyPowers.append(record)
    }
}

package enum EmergencyPowerKind: String, Codable, Sendable, CaseIterable {
    case policeProtection = "police-protection"
    case emergencyProtectionOrder = "emergency-protection-order"

    package var words: String {
        switch self {
        case .policeProtection: "police protection"
        case .emergencyProtectionOrder: "an emergency protection order"
        }
    }
}
