import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `referrals`: how many referrals came.
package struct ReferralsReceived: Measure {
    package static let id: MeasureID = "referrals"
    package static let counting = MeasureCounting.happened
    package static let unit = MeasureUnit.children
    package static let better = MeasureDirection.neither
    package static let needs: [CoveredFact] = [.referrals]
    package static let publishedRate: String? = "referrals-per-10000"
    package static let words = MeasureWords(
        title: "Referrals received",
        purpose: "How much comes to the front door.",
        numerator: "Referrals received",
        denominator: "Referrals received",
        exclusions: "Nothing.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "Three referrals of one child in a month are three.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for referral in journey.referrals {
            cases.happened(
                Self.self, on: referral.receivedOn, counted: true, team: referral.team, worker: referral.worker)
        }
    }
}
