import ChildJourney
import Duties
import WorkingDays

/// `re-referral`: a child is referred again within a year.
package struct ReReferral: ConcernRule {
    package static let code: ConcernCode = "re-referral"
    package static let kind = ConcernKind.adrift
    package static let level = 3
    package static let inToday = false
    package static let limbs = [Limb("", needs: [.referrals])]
    package static let limits: [LimitID] = ["rereferral_12m_flag"]
    package static let words = RuleWords(
        title: "Referred again within a year",
        rule: """
            A child referred again within 12 months of an earlier referral, whatever came of that one, is assessed with \
            the whole history in view.
            """,
        clears: "an assessment covers the earlier history", whoCanAct: "The social worker who assesses")

    private let calendar: WorkingCalendar
    private let limit: DatedLimit
    private let referrals: Cover.Extent?

    package init(_ setting: Setting) {
        calendar = setting.calendar
        limit = setting.limits.dated("rereferral_12m_flag")
        referrals = setting.cover.extents[.referrals]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for (index, referral) in journey.referrals.enumerated() {
            guard let allowance = limit.orEarliest(on: referral.receivedOn) else { continue }
            let earlier = journey.referrals[..<index].last { $0.receivedOn < referral.receivedOn }
            let last = earlier.flatMap { calendar.due(allowance, after: $0.receivedOn) }
            if earlier != nil, last == nil {
                findings.notCheckable(Self.self, "", because: "a date lies outside the years the calendar knows")
            } else if let earlier, let last, referral.receivedOn <= last {
                findings.condition(
                    Self.self, about: referral.about(on: referral.receivedOn), from: referral.receivedOn,
                    standard: "rereferral_12m_flag", met: nil, stop: journey.stop(from: referral.receivedOn),
                    evidence: [
                        earlier.evidence("earlier referral", on: earlier.receivedOn),
                        referral.evidence("received", on: referral.receivedOn),
                    ])
            } else if let referrals, !referrals.reaches(referral.receivedOn.adding(months: -allowance.number)) {
                findings.notCheckable(
                    Self.self, "", because: "the source does not reach back 12 months before the referral")
            }
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let earlier = concern.evidence.first?.on?.words ?? "an earlier day"
        return "Referred \(concern.onset.words), less than a year after the referral of \(earlier)."
    }
}
