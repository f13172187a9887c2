import ChildJourney
import Duties
import WorkingDays

/// `plan-drift`: a child protection plan has run for two years, or 15 months without a decision on what comes next.
package struct PlanDrift: ConcernRule {
    package static let code: ConcernCode = "plan-drift"
    package static let kind = ConcernKind.adrift
    package static let level = 2
    package static let limbs = [
        Limb("two-years", needs: [.protectionPlans]),
        Limb("no-decision", needs: [.protectionPlans, .longPlanDecisions]),
    ]
    package static let limits: [LimitID] = ["cp_plan_long_flag", "plan_undecided_local"]
    package static let words = RuleWords(
        title: "Long protection plan without a decision on the next step",
        rule:
            "A child protection plan that has run two years has not made the child safe; somebody decides what changes. Within 15 months the next step is decided.",
        clears: "a manager and the chair record a decision, including \"no legal step, because\"",
        whoCanAct: "The service manager and the conference chair")

    private let limit: DatedLimit
    private let undecided: Allowance
    private let calendar: WorkingCalendar
    private let decisions: Cover.Extent?

    package init(_ setting: Setting) {
        limit = setting.limits.dated("cp_plan_long_flag")
        undecided = setting.limits.allowance("plan_undecided_local")
        calendar = setting.calendar
        decisions = setting.cover.extents[.longPlanDecisions]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            guard let allowance = limit.orEarliest(on: plan.startedOn) else { continue }
            let twoYears = calendar.due(allowance, after: plan.startedOn)
            findings.duty(
                Self.self, limb: "two-years", about: plan.about(on: plan.startedOn), from: plan.startedOn,
                within: allowance, standard: "cp_plan_long_flag",
                met: twoYears.flatMap { journey.bothDecided(on: plan, after: $0) }, stop: journey.stop(plan: plan),
                evidence: [plan.evidence("began", on: plan.startedOn)])
            if let decisions { undecided(plan, journey, twoYears, decisions, &findings) }
        }
    }

    /// A decision of either in time is a decision; once it is missing, it takes both.
    private func undecided(
        _ plan: Recorded<ChildProtectionPlan>, _ journey: Journey, _ twoYears: Day?, _ decisions: Cover.Extent,
        _ findings: inout Findings
    ) {
        guard let due = calendar.due(undecided, after: plan.startedOn) else { return }
        let isDecided = journey.hasCasework && journey.hasDecided(on: plan, by: due)
        if isDecided { return }
        guard decisions.reaches(plan.startedOn) else {
            return findings.notCheckable(
                Self.self, "no-decision", because: "the plan is older than the record kept here")
        }
        var stop = journey.stop(plan: plan)
        // From two years on the other limb says it.
        if let last = twoYears, stop.map({ last + 1 < $0.on }) ?? true {
            stop = Stop(on: last + 1, because: .noLongerApplies)
        }
        findings.duty(
            Self.self, limb: "no-decision", about: plan.about(on: plan.startedOn), from: plan.startedOn,
            within: undecided, standard: "plan_undecided_local", met: journey.bothDecided(on: plan, after: due),
            stop: stop, evidence: [plan.evidence("began", on: plan.startedOn)])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let since = "On the same protection plan since \(concern.about.on.words)"
        return concern.limb == "no-decision"
            ? "\(since), and no decision on the next step is recorded in its first 15 months."
            : "\(since). A manager and the chair have not both decided since then what comes next."
    }
}

extension Journey {
    fileprivate func hasDecided(on plan: Recorded<ChildProtectionPlan>, by last: Day) -> Bool {
        let days = plan.startedOn...max(last, plan.startedOn)
        return casework.decisions.contains { $0.body.point == .nextStep && days.contains($0.body.on) }
            || casework.chairDecisions.contains { $0.body.plan == plan.id && days.contains($0.body.on) }
    }

    /// The day on which both a manager and the chair have decided, after a day.
    fileprivate func bothDecided(on plan: Recorded<ChildProtectionPlan>, after day: Day) -> Met? {
        guard hasCasework,
            let manager = casework.decisions.first(where: { $0.body.point == .nextStep && $0.body.on > day }),
            let chair = casework.chairDecisions.first(where: { $0.body.plan == plan.id && $0.body.on > day })
        else { return nil }
        return chair.body.on >= manager.body.on
            ? Met(on: chair.body.on, by: chair.evidence("decided by the chair too", on: chair.body.on))
            : Met(on: manager.body.on, by: manager.evidence("decided by a manager too", on: manager.body.on))
    }
}
