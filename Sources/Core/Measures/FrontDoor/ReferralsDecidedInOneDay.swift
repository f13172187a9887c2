import ChildJourney
import Concerns
import Duties
import WorkingDays

/// `referrals-decided-in-one-working-day`: referrals decided by the end of the next working day.
package struct ReferralsDecidedInOneDay: Measure {
    package static let id: MeasureID = "referrals-decided-in-one-working-day"
    package static let counting = MeasureCounting.happened
    package static let better = MeasureDirection.higher
    package static let needs: [CoveredFact] = [.referrals, .referralDecisions]
    package static let words = MeasureWords(
        title: "Referrals decided in one working day",
        purpose: "A child who is referred does not wait to be looked at.",
        numerator: "Referrals decided in time",
        denominator: """
            Referrals decided, each on the day of its decision, and referrals that became late undecided, each \
            on that day
            """,
        exclusions: """
            Referrals still within their time, and those that the source says needed nothing without saying \
            when.
            """,
        source: "Working Together to Safeguard Children: a manager decides within one working day",
        example: """
            A referral of Thursday decided on Monday counts against on Saturday: the day after its time had run \
            out.
            """)

    private let calendar: WorkingCalendar
    private let allowance: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        allowance = setting.limits.allowance("referral_decision_1wd")
    }

    package func find(in journey: Journey, _ concerns: [Concern], into cases: inout MeasureCases) {
        for referral in journey.referrals where referral.decidedOn != nil || referral.noFurtherAction != true {
            cases.decided(
                Self.self, received: referral.receivedOn, decided: referral.decidedOn, within: allowance, calendar,
                team: referral.team, worker: referral.worker)
        }
    }
}
