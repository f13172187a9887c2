import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `serious-incidents-notified-in-time`: serious incidents notified within 5 working days.
package struct SeriousIncidentsNotified: Measure {
    package static let id: MeasureID = "serious-incidents-notified-in-time"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    /// Each is about one child, whom others know of.
    package static let staysInside = true
    package static let needs: [CoveredFact] = [.seriousIncidents]
    package static let words = MeasureWords(
        title: "Serious incidents notified in time",
        purpose: "When a child has died or was seriously harmed, others hear of it while something can be learnt.",
        numerator: "Serious incidents notified within 5 working days of the council knowing",
        denominator: """
            Serious incidents notified, each on the day of it, and those that became late unnotified, each on that day
            """,
        exclusions: "Incidents still within their time; those known before 29 June 2018.",
        source: "Children Act 2004 section 16C; Working Together to Safeguard Children",
        example: "One known on Monday and notified on the Monday after counts; on the Tuesday after, it counts against."
    )

    private let calendar: WorkingCalendar
    private let limit: DatedLimit

    package init(_ setting: Setting) {
        calendar = setting.calendar
        limit = setting.limits.dated("serious_incident_5wd")
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for incident in journey.casework.seriousIncidents {
            guard let allowance = limit.inForce(on: incident.body.knownOn) else { continue }
            cases.decided(
                Self.self, received: incident.body.knownOn, decided: incident.body.notifiedOn, within: allowance,
                calendar)
        }
    }
}
