import ChildJourney
import Duties
import WorkingDays

/// `review-conference-late`: a child protection plan has not been reviewed by a conference in time.
package struct ReviewConferenceLate: ConcernRule {
    package static let code: ConcernCode = "review-conference-late"
    package static let kind = ConcernKind.late
    package static let level = 1
    package static let limbs = [
        Limb("first", needs: [.protectionPlans, .planReviews]), Limb("next", needs: [.protectionPlans, .planReviews]),
    ]
    package static let limits: [LimitID] = ["cp_review_first_3m", "cp_review_next_6m"]
    package static let words = RuleWords(
        title: "Review conference not held in time",
        rule: """
            A child protection plan is reviewed within 3 months of the initial conference, and then at least every 6 \
            months; sooner where the conference said so.
            """,
        clears: "the review conference is held", whoCanAct: "The conference chair")

    private let first: DatedLimit
    private let next: DatedLimit
    private let coverBegins: Day?
    private let calendar: WorkingCalendar

    package init(_ setting: Setting) {
        first = setting.limits.dated("cp_review_first_3m")
        next = setting.limits.dated("cp_review_next_6m")
        coverBegins = setting.cover.extents[.planReviews]?.from
        calendar = setting.calendar
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for (index, plan) in journey.protectionPlans.enumerated() {
            let previous = index > 0 ? journey.protectionPlans[index - 1] : nil
            var clockStart = base(of: plan, after: previous, in: journey)
            var isFirst = true
            if let from = coverBegins, plan.startedOn < from {
                findings.notCheckable(
                    Self.self, "first", because: "the plan is older than the source, which drops earlier reviews")
                // NB: the latest day on which a review the source has dropped could have been held.
                clockStart = from - 1
                isFirst = false
            }
            for review in journey.planReviews where journey.plan(of: review)?.id == plan.id {
                guard let held = review.heldOn, held > plan.startedOn, held >= clockStart else { continue }
                judge(plan, from: clockStart, isFirst: isFirst, held: review, journey, into: &findings)
                clockStart = held
                isFirst = false
            }
            judge(plan, from: clockStart, isFirst: isFirst, held: nil, journey, into: &findings)
        }
    }

    private func judge(
        _ plan: Recorded<ChildProtectionPlan>, from clockStart: Day, isFirst: Bool, held: Recorded<PlanReview>?,
        _ journey: Journey, into findings: inout Findings
    ) {
        let limit = isFirst ? first : next
        guard let allowance = limit.inForce(on: clockStart) else {
            return findings.notCheckable(
                Self.self, isFirst ? "first" : "next", because: "no standard is known for the day the clock started")
        }
        findings.duty(
            Self.self, limb: isFirst ? "first" : "next", about: plan.about(on: plan.startedOn), from: clockStart,
            within: sooner(allowance, after: clockStart, journey), standard: limit.id,
            met: held.flatMap { held in held.heldOn.map { Met(on: $0, by: held.evidence("review held", on: $0)) } },
            stop: journey.stop(plan: plan),
            evidence: [plan.evidence("began", on: plan.startedOn)])
    }

    /// What the conference of the day itself said, where that is sooner than the standard.
    private func sooner(_ allowance: Allowance, after clockStart: Day, _ journey: Journey) -> Allowance {
        let said = journey.conferences.filter { $0.heldOn == clockStart }.compactMap(\.body.nextReviewBy).min()
        guard let said, said > clockStart, let due = calendar.due(allowance, after: clockStart), said < due else {
            return allowance
        }
        return Allowance(.calendarDays(said - clockStart))
    }

    /// The initial conference the plan came from, or its start where none is recorded.
    private func base(
        of plan: Recorded<ChildProtectionPlan>, after previous: Recorded<ChildProtectionPlan>?, in journey: Journey
    ) -> Day {
        if let id = plan.conference, let held = journey.conferences.first(where: { $0.id == id })?.heldOn,
            held <= plan.startedOn
        {
            return held
        }
        let conference = journey.conferences.last { conference in
            guard conference.kind != .review, let held = conference.heldOn, held <= plan.startedOn else { return false }
            guard previous.map({ held > $0.startedOn }) ?? true else { return false }
            return conference.referral == nil || plan.referral == nil || conference.referral == plan.referral
        }
        return conference?.heldOn ?? plan.startedOn
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let plan = "On a protection plan since \(concern.about.on.words)."
        let due = concern.due?.words ?? "a day not known"
        return concern.limb == "first"
            ? "\(plan) Its first review conference was due by \(due)."
            : "\(plan) The last review that can be seen, or could have been held, was by \(concern.clockStart.words); the next was due by \(due)."
    }
}
