import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `turnover-permanent`: permanent workers who left.
package struct PermanentWorkersWhoLeft: WorkforceMeasure {
    package static let id: MeasureID = "turnover-permanent"
    package static let words = MeasureWords(
        title: "Permanent workers who left",
        purpose: "Every worker who leaves is a goodbye for each child they held.",
        numerator: "Workers recorded as not from an agency who left in the period",
        denominator:
            "Workers recorded as not from an agency on the register on any day of the period, those who left in it included",
        exclusions: """
            Whoever is not said to be from an agency or not. \
            It is a share of people, and not the published turnover rate, which is of whole-time posts on 30 September.
            """,
        source: "The register of workers, and the day each left (L)",
        example: "Of 30 permanent workers of a year 3 left: 10%.")

    package init(_ setting: Setting) {}

    package static func counts(_ worker: Worker) -> Bool { worker.agency == false }
}
