import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-without-a-plan`: children in need who have no plan though one is due.
package struct ChildrenWithoutPlan: Measure {
    package static let id: MeasureID = "children-without-a-plan"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.referrals, .assessments, .inNeedPlans]
    package static let words = MeasureWords(
        title: "Children without a plan",
        purpose: "A child with nobody's plan is helped by nobody in particular.",
        numerator: "Children in need for whom a plan is due and none stands",
        denominator: "Children in need",
        exclusions: "Children for whom no plan is due yet.",
        source: "The catalogue's concern in-need-without-plan",
        example: "A child assessed as in need and without a plan in its time is counted from the day after.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(
            Self.self, over: journey.daysInNeed, counted: concerns.days(of: [InNeedWithoutPlan.code]))
    }
}
