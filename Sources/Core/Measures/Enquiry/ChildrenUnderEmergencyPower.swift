import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-under-an-emergency-power`: children under police protection or an emergency protection order.
package struct ChildrenUnderEmergencyPower: Measure {
    package static let id: MeasureID = "children-under-an-emergency-power"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.neither
    /// There are few on any day, and each is known to others.
    package static let staysInside = true
    package static let needs: [CoveredFact] = [.emergencyPowers]
    package static let words = MeasureWords(
        title: "Children under an emergency power",
        purpose: "Somebody must know today where each of them will be when it ends.",
        numerator: "Children under police protection or an emergency protection order",
        denominator: "The same children",
        exclusions:
            "Nothing. Where no last day is recorded, police protection counts for 72 hours and an order for 8 days.",
        source: "Children Act 1989 sections 44 to 46",
        example: "A child whom the police protect from Monday at 20:00 is counted on Monday to Thursday.")

    private let police: Allowance
    private let order: Allowance

    package init(_ setting: Setting) {
        police = setting.limits.allowance("police_protection_72h")
        order = setting.limits.allowance("epo_8_days")
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let spans = journey.casework.emergencyPowers.map { power in
            DaySpans.Span(from: power.body.beganOn, until: max(over(power.body), power.body.beganOn + 1))
        }
        let days = journey.beforeDeath(DaySpans(spans))
        cases.stood(Self.self, over: days, counted: days)
    }

    /// The first day on which it runs no longer. An order's last day ends it at its start: nobody recorded the hour.
    private func over(_ power: EmergencyPower) -> Day {
        switch power.power {
        case .policeProtection:
            // Where nobody recorded the hour it may have begun late, and last into the last day.
            let last =
                power.beganAt.map { $0.adding(seconds: police.number * 3600 - 1).londonDay }
                ?? power.beganOn + police.number / 24
            return power.endsOn.map { min($0, last) + 1 } ?? last + 1
        case .emergencyProtectionOrder: return power.endsOn ?? power.beganOn + order.number
        }
    }
}
