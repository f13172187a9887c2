import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `referrals-no-further-action`: referrals after which nothing was done.
package struct ReferralsWithoutAction: Measure {
    package static let id: MeasureID = "referrals-no-further-action"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.neither
    package static let needs: [CoveredFact] = [.referrals]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Referrals with no further action",
        purpose: "A share that differs much from what is usual says that the threshold does.",
        numerator: "Referrals that ended without further action",
        denominator: "Referrals received of which it is recorded whether they needed any",
        exclusions: "Referrals of which nobody has said yet whether they need anything.",
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "Of 40 referrals in June 36 have an answer and 3 of them needed nothing: 3 of 36.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for referral in journey.referrals {
            guard let none = referral.noFurtherAction else { continue }
            cases.happened(
                Self.self, on: referral.receivedOn, counted: none, team: referral.team, worker: referral.worker)
        }
    }
}
