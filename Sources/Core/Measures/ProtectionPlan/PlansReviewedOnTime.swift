import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `protection-plans-reviewed-on-time`: children on a protection plan whose reviews of the last twelve months were held in time.
package struct PlansReviewedOnTime: Measure {
    package static let id: MeasureID = "protection-plans-reviewed-on-time"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.protectionPlans, .planReviews]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Plans reviewed on time",
        purpose: "A plan is looked at again while it can still be put right.",
        numerator: "Children of whom no review that was due in the 12 months to the day, or is due now, was late",
        denominator: "Children whose plan has run for three months or more",
        exclusions: "Children on a plan for less than three months: none of their reviews is due.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: """
            A review due on 1 June and held on 8 June keeps the child out of the numerator from 2 June until 7 \
            June of the next year, a year after it last stood late.
            """)

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let late = concerns.filter { $0.code == ReviewConferenceLate.code }.map { concern in
            // A review held one day late is late, though the concern stood on no day.
            DaySpans.Span(
                from: concern.onset,
                until: concern.overOn.map { max($0, concern.onset + 1).adding(months: 12) })
        }
        let spans = journey.daysOnPlan(afterMonths: 3)
        cases.stood(Self.self, over: spans, counted: spans.without(DaySpans(late)))
    }
}
