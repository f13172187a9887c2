import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `plan-children-seen-on-time`: children on a protection plan who have been seen in time.
package struct PlanChildrenSeen: Measure {
    package static let id: MeasureID = "plan-children-seen-on-time"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.protectionPlans, .protectionVisits, .protectionVisitSeen]
    package static let words = MeasureWords(
        title: "Children on a plan seen on time",
        purpose: "A child nobody sees is a child nobody protects.",
        numerator: "Children of whom no sight is overdue",
        denominator: "Children on a plan",
        exclusions: "Nothing.",
        source: "The council's own limit for how often a child on a plan is seen (L)",
        example: """
            A child last seen so long ago that the concern stands is out of the numerator until somebody sees \
            them.
            """)

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(
            Self.self, over: journey.daysOnPlan,
            counted: journey.daysOnPlan.without(concerns.days(of: [PlanChildUnseen.code])))
    }
}
