import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `worker-changes`: open children who had a fourth lead worker within a year.
package struct ChildrenOfManyWorkers: Measure {
    package static let id: MeasureID = "worker-changes"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.allocations]
    package static let words = MeasureWords(
        title: "Fourth worker in a year",
        purpose: "A child tells nobody anything who has to begin again with each.",
        numerator: "Open children with a fourth lead worker within 12 months",
        denominator: "Open children",
        exclusions: "Nothing.",
        source: "The council's own limit (L)",
        example: "A child whose fourth worker began on 1 June is counted for 90 days from then.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(
            Self.self, over: journey.daysOpen, counted: concerns.days(of: [WorkerChanges.code]))
    }
}
