import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `days-until-a-visit-is-written`: days from a visit until it was written down.
package struct VisitsWrittenLate: Measure {
    package static let id: MeasureID = "days-until-a-visit-is-written"
    package static let counting = MeasureCounting.happened
    package static let unit = MeasureUnit.days
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.timesOfWriting]
    package static let words = MeasureWords(
        title: "Days until a visit is written down",
        purpose: "What nobody has written nobody else knows, at night least of all.",
        numerator: "Calendar days from the visit until it was first written",
        denominator: "Visits, each on the day it was written",
        exclusions: "Visits of which the source does not say when they were written.",
        source: "The council's own aim (L)",
        example: "A visit of Friday written on Monday adds three days.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for visit in journey.visits {
            guard let written = visit.firstWrittenAt?.londonDay, written >= visit.on else { continue }
            cases.happened(Self.self, on: written, amount: written - visit.on)
        }
    }
}
