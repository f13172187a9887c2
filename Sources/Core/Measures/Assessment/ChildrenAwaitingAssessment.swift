import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-awaiting-assessment`: children in need for whom no assessment has been finished since they were referred.
package struct ChildrenAwaitingAssessment: Measure {
    package static let id: MeasureID = "children-awaiting-assessment"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.referrals, .assessments]
    package static let words = MeasureWords(
        title: "Children awaiting assessment",
        purpose: "Whoever has been referred and not assessed is not known to be safe.",
        numerator: "Children in need of whom no assessment has been authorised since the referral",
        denominator: "Children in need",
        exclusions: "A child whose source drops earlier assessments may be counted as waiting.",
        source: """
            Named as awaiting-assessment in Characteristics of children in need, Department for Education, \
            published yearly
            """,
        example: "A child referred on 1 May and assessed by 12 June waits from 1 May up to and including 11 June.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        let waiting = journey.referrals.filter { $0.isAccepted }.compactMap { referral -> DaySpans.Span? in
            let assessed = journey.assessments.compactMap { $0.authorisedOn }.filter { $0 >= referral.receivedOn }.min()
            let until = [assessed, referral.closedOn].compactMap(\.self).min()
            return DaySpans.Span(from: referral.receivedOn, until: until)
        }
        cases.stood(Self.self, over: journey.daysInNeed, counted: DaySpans(waiting))
    }
}
