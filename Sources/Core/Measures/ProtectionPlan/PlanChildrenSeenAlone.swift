import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `plan-children-seen-alone-on-time`: children on a protection plan who have been seen alone in time.
package struct PlanChildrenSeenAlone: Measure {
    package static let id: MeasureID = "plan-children-seen-alone-on-time"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.protectionPlans, .protectionVisits, .protectionVisitAlone]
    package static let words = MeasureWords(
        title: "Children on a plan seen alone on time",
        purpose: "A child says other things when nobody listens who may be feared.",
        numerator: "Children of whom no sight alone is overdue",
        denominator: "Children on a plan",
        exclusions: "Nothing.",
        source: "The council's own limit for how often a child on a plan is seen alone (L)",
        example: "A child seen with a parent each time is out of the numerator once the concern stands.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(
            Self.self, over: journey.daysOnPlan,
            counted: journey.daysOnPlan.without(concerns.days(of: [PlanChildNeverAlone.code])))
    }
}
