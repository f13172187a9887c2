import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `children-in-need`: children in need by a referral.
package struct ChildrenInNeed: Measure {
    package static let id: MeasureID = "children-in-need"
    package static let counting = MeasureCounting.stood
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.neither
    package static let needs: [CoveredFact] = [.referrals]
    package static let publishedRate: String? = "children-in-need-per-10000"
    package static let words = MeasureWords(
        title: "Children in need",
        purpose: "How many children somebody must be acting for.",
        numerator: "Children in need",
        denominator: "Children in need",
        exclusions: "Children in care or on a plan without a referral that is open.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A child whose referral closes on a day is not counted on that day.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        cases.stood(Self.self, over: journey.daysInNeed, counted: journey.daysInNeed)
    }
}
