import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `second-or-later-protection-plan`: protection plans of a child who had had one before.
package struct SecondPlans: Measure {
    package static let id: MeasureID = "second-or-later-protection-plan"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.protectionPlans]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Second or later protection plan",
        purpose: "A child who comes back to a plan may have left it too soon.",
        numerator: "Plans begun for a child who had been on one before",
        denominator: "Plans begun",
        exclusions: "Plans in another council count where the record says how many there were.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A child on a plan in 2019 and again in 2026: the plan of 2026 is in the numerator.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for (index, plan) in journey.protectionPlans.enumerated() {
            let had =
                (plan.previousPlans ?? 0) > 0
                || journey.protectionPlans[..<index].contains { $0.startedOn < plan.startedOn }
            cases.happened(Self.self, on: plan.startedOn, counted: had)
        }
    }
}
