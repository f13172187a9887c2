import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `assessments-within-45-working-days`: assessments finished within 45 working days of their start.
package struct AssessmentsInTime: Measure {
    package static let id: MeasureID = "assessments-within-45-working-days"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.assessments]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Assessments within 45 working days",
        purpose: "A child is not left waiting for somebody to find out what is wrong.",
        numerator: "Assessments authorised within 45 working days of their start",
        denominator: "Assessments authorised",
        exclusions: """
            Initial and core assessments of before 15 April 2013, and assessments that are not finished: those \
            waiting are a measure of their own.
            """,
        source: """
            Characteristics of children in need, Department for Education, published yearly; Working Together to \
            Safeguard Children
            """,
        example: """
            An assessment begun on Monday 1 June 2026 and authorised on Monday 3 August, 45 working days after, \
            counts.
            """)

    private let calendar: WorkingCalendar
    private let allowance: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        allowance = setting.limits.allowance("assessment_45wd")
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let single = journey.assessments.filter { $0.kind != .initial && $0.kind != .core }
        cases.authorised(Self.self, single) { calendar.due(allowance, after: $0) }
    }
}
