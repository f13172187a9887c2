import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `protection-plans-open-2-years-or-more`: children on a protection plan that has run for two years or more.
package struct PlansOpenTwoYears: Measure {
    package static let id: MeasureID = "protection-plans-open-2-years-or-more"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.protectionPlans]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Plans open for 2 years or more",
        purpose: "A plan that goes on and on is not making the child safe.",
        numerator: "Children whose plan began two years before or earlier",
        denominator: "Children on a plan",
        exclusions: "Nothing.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A plan of 1 May 2024 is in the numerator from 1 May 2026 until it ends.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(Self.self, over: journey.daysOnPlan, counted: journey.daysOnPlan(afterMonths: 24))
    }
}
