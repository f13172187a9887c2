import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-on-a-protection-plan`: children on a protection plan.
package struct ProtectionPlans: Measure {
    package static let id: MeasureID = "children-on-a-protection-plan"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.neither
    package static let needs: [CoveredFact] = [.protectionPlans]
    package static let words = MeasureWords(
        title: "Children on a protection plan",
        purpose: "How many children are known to be at risk.",
        numerator: "Children on a plan",
        denominator: "Children on a plan",
        exclusions: "Nothing.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A child whose plan ends on a day is not counted on that day.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(Self.self, over: journey.daysOnPlan, counted: journey.daysOnPlan)
    }
}
