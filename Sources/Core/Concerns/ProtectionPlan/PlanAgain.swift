import ChildJourney
import Duties
import WorkingDays

/// `plan-again`: a child has come back onto a protection plan.
package struct PlanAgain: ConcernRule {
    package static let code: ConcernCode = "plan-again"
    package static let kind = ConcernKind.adrift
    package static let level = 3
    package static let inToday = false
    package static let limbs = [Limb("", needs: [.protectionPlans])]
    package static let limits: [LimitID] = ["cp_plan_repeat_flag"]
    package static let words = RuleWords(
        title: "Second or later protection plan",
        rule:
            "A child who comes back onto a protection plan within two years of the last one's end is looked at afresh.",
        clears: "the earlier history is assessed", whoCanAct: "The social worker and the conference chair")

    private let limit: DatedLimit
    private let plans: Cover.Extent?
    private let calendar: WorkingCalendar

    package init(_ setting: Setting) {
        limit = setting.limits.dated("cp_plan_repeat_flag")
        plans = setting.cover.extents[.protectionPlans]
        calendar = setting.calendar
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for (index, plan) in journey.protectionPlans.enumerated() {
            let earlier = journey.protectionPlans[..<index].last { $0.startedOn < plan.startedOn }
            guard comesBack(plan, after: earlier, into: &findings) else { continue }
            findings.condition(
                Self.self, about: plan.about(on: plan.startedOn), from: plan.startedOn, standard: "cp_plan_repeat_flag",
                met: nil, stop: journey.stop(plan: plan),
                evidence: [
                    plan.evidence("began", on: plan.startedOn),
                    earlier.map { $0.evidence("earlier plan", on: $0.startedOn) },
                ].compactMap { $0 },
                numbers: [max(plan.previousPlans ?? 0, index)])
        }
    }

    private func comesBack(
        _ plan: Recorded<ChildProtectionPlan>, after earlier: Recorded<ChildProtectionPlan>?,
        into findings: inout Findings
    ) -> Bool {
        guard let allowance = limit.orEarliest(on: plan.startedOn) else { return false }
        if let earlier {
            guard let ended = earlier.endedOn else { return true }
            if let last = calendar.due(allowance, after: ended) { return plan.startedOn <= last }
            findings.notCheckable(Self.self, "", because: "a date lies outside the years the calendar knows")
            return false
        }
        if let counted = plan.previousPlans { return counted > 0 }
        if let plans, !plans.reaches(plan.startedOn.adding(months: -allowance.number)) {
            findings.notCheckable(Self.self, "", because: "earlier plans are not counted and are older than the source")
        }
        return false
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let before =
            concern.numbers.first.map { $0 == 1 ? "one earlier plan" : "\($0) earlier plans" } ?? "an earlier plan"
        return "This protection plan began \(concern.about.on.words), after \(before)."
    }
}
