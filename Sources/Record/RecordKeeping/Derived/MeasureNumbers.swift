import Measures

/// The numbers measures are stored under. One that is given up keeps its number, and a new one is added at the end: what is
/// stored under a number never changes.
package enum MeasureNumbers {
    /// Each in its place. No more than 64: what is kept of a child begins with a bit for each.
    private static let stored: [MeasureID] = [
        "contacts-decided-in-one-working-day",
        "referrals",
        "referrals-decided-in-one-working-day",
        "re-referrals-within-12-months",
        "referrals-no-further-action",
        "children-awaiting-assessment",
        "assessments-within-45-working-days",
        "initial-assessments-in-time",
        "core-assessments-in-time",
        "strategy-discussions-with-police-and-health",
        "section-47-enquiries",
        "initial-conferences-within-15-working-days",
        "conferences-postponed",
        "children-on-a-protection-plan",
        "second-or-later-protection-plan",
        "protection-plans-reviewed-on-time",
        "plan-children-seen-on-time",
        "plan-children-seen-alone-on-time",
        "protection-plans-open-2-years-or-more",
        "protection-plans-ended-after-2-years-or-more",
        "children-in-need",
        "children-in-need-open-2-years-or-more",
        "children-without-a-plan",
        "supervision-on-time",
        "allocated-to-a-qualified-worker",
        "worker-changes",
        "days-until-a-visit-is-written",
        "children-left-at-potential-risk",
        "days-to-clear-a-concern",
        "audited-files-good-or-better",
        "concerns-open-unseen",
        "concerns-open-undecided",
        "concerns-open-unowned",
        "concerns-open-unshared",
        "concerns-open-late",
        "concerns-open-unrecorded",
        "concerns-open-adrift",
        "caseload",
        "turnover",
        "turnover-permanent",
        "turnover-agency",
        "children-under-an-emergency-power",
        "serious-incidents-notified-in-time",
        "children-in-unregistered-placements",
    ]
    private static let byID = Dictionary(uniqueKeysWithValues: stored.enumerated().map { ($1, $0) })

    /// Nil for a measure that has no place yet: a test fails on one.
    package static func number(of measure: MeasureID) -> Int? { byID[measure] }

    package static func measure(_ number: Int) -> MeasureID? {
        stored.indices.contains(number) ? stored[number] : nil
    }
}
