import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `supervision-on-time`: open children whose worker has been supervised on them in time.
package struct CasesSupervised: Measure {
    package static let id: MeasureID = "supervision-on-time"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.supervisions, .allocations]
    package static let words = MeasureWords(
        title: "Supervision on time",
        purpose: "Somebody else looks at each child with the worker who is nearest to it.",
        numerator: "Open children of whom no supervision is overdue",
        denominator: "Open children",
        exclusions: "Nothing.",
        source: "The council's own limit for supervision (L)",
        example: "A child not talked about in supervision for longer than the limit is out of the numerator.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(
            Self.self, over: journey.daysOpen,
            counted: journey.daysOpen.without(concerns.days(of: [CaseUnsupervised.code])))
    }
}
