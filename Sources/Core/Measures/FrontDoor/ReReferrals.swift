import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `re-referrals-within-12-months`: referrals of a child who was referred in the twelve months before.
package struct ReReferrals: Measure {
    package static let id: MeasureID = "re-referrals-within-12-months"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.lower
    package static let needs: [CoveredFact] = [.referrals]
    package static let isPublished = true
    package static let words = MeasureWords(
        title: "Referred again within 12 months",
        purpose: "A child who comes back may not have been helped the first time.",
        numerator: "Referrals of a child who had been referred in the 12 months before",
        denominator: "Referrals received",
        exclusions: """
            A child who came from another council counts from the first referral to this one. Where the source \
            does not reach back 12 months, earlier referrals cannot be seen.
            """,
        source: "Characteristics of children in need, Department for Education, published yearly",
        example: "A child referred on 3 March 2025 and 2 March 2026: the second is in the numerator.")

    package init(_ setting: Setting) {}

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for (index, referral) in journey.referrals.enumerated() {
            let earlier = journey.referrals[..<index].last { $0.receivedOn < referral.receivedOn }
            cases.happened(
                Self.self, on: referral.receivedOn,
                counted: earlier.map { referral.receivedOn <= $0.receivedOn.adding(months: 12) } ?? false,
                team: referral.team, worker: referral.worker)
        }
    }
}
