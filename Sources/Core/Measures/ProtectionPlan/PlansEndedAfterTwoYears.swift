import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `protection-plans-ended-after-2-years-or-more`: protection plans that ended after two years or more.
package struct PlansEndedAfterTwoYears: Measure {
    package static let id: MeasureID = "protection-plans-ended-after-2-years-or-more"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.protectionPlans]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Plans that ended after 2 years or more",
        purpose: "Two years is a long time for a child to be at risk.",
        numerator: "Plans that ended two years or more after they began",
        denominator: "Plans that ended",
        exclusions: "Nothing.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A plan of 1 May 2024 that ended on 1 May 2026 is in the numerator.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for plan in journey.protectionPlans {
            guard let ended = plan.endedOn, ended >= plan.startedOn else { continue }
            cases.happened(Self.self, on: ended, counted: ended >= plan.startedOn.adding(months: 24))
        }
    }
}
