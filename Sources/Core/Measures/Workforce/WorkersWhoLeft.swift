import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `turnover`: workers who left.
package struct WorkersWhoLeft: WorkforceMeasure {
    package static let id: MeasureID = "turnover"
    package static let words = MeasureWords(
        title: "Workers who left",
        purpose: "Every worker who leaves is a goodbye for each child they held.",
        numerator: "Workers who left in the period",
        denominator: "Workers on the register on any day of the period, those who left in it included",
        exclusions: """
            Whoever was never put on the register. A worker is on it from the day they were first recorded. \
            It is a share of people, and not the published turnover rate, which is of whole-time posts on 30 September.
            """,
        source: "The register of workers, and the day each left (L)",
        example: "Of 40 workers of a year 6 left: 15%.")

    package init(_ setting: Setting) {}

    package static func counts(_ worker: Worker) -> Bool { true }
}
