import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `core-assessments-in-time`: core assessments of before 15 April 2013, finished in the 35 working days of their day.
package struct CoreAssessmentsInTime: Measure {
    package static let id: MeasureID = "core-assessments-in-time"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.assessments]
    package static let words = MeasureWords(
        title: "Core assessments in time",
        purpose: "Years before the single assessment are read by the standard of their day.",
        numerator: "Core assessments authorised within 35 working days of their start",
        denominator: "Core assessments authorised",
        exclusions: "Assessments begun after 14 April 2013, when one assessment took the place of both.",
        source: """
            Framework for the Assessment of Children in Need and their Families, 2000; Working Together, 2010
            """,
        example: "A core assessment begun and authorised in 2012 within its time counts.")

    private let calendar: WorkingCalendar
    private let limits: [DatedLimit]

    package init(_ setting: Setting) {
        calendar = setting.calendar
        limits = ["core_assessment_35wd"].map { setting.limits.dated($0) }
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.authorised(Self.self, journey.assessments.filter { $0.kind == .core }) { began in
            limits.lazy.compactMap { $0.inForce(on: began) }.first.flatMap { calendar.due($0, after: began) }
        }
    }
}
