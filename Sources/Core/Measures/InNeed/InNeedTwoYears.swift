import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-in-need-open-2-years-or-more`: children who have been in need for two years or more.
package struct InNeedTwoYears: Measure {
    package static let id: MeasureID = "children-in-need-open-2-years-or-more"
    package static let counting = MeasureCounting.stood
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.referrals]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "In need for 2 years or more",
        purpose: "Help that has gone on for years may not be helping.",
        numerator: "Children in need without a break for two years or more",
        denominator: "Children in need",
        exclusions: "Nothing.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A child in need since 1 May 2024 is in the numerator from 1 May 2026.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let long = journey.daysInNeed.all.compactMap { span -> DaySpans.Span? in
            let from = span.from.adding(months: 24)
            return span.until.map { from < $0 } ?? true ? DaySpans.Span(from: from, until: span.until) : nil
        }
        cases.stood(Self.self, over: journey.daysInNeed, counted: DaySpans(long))
    }
}
