import ChildJourney
import Duties
import WorkingDays

/// `plan-drift`: a child protection plan has run for two years.
package struct PlanDrift: ConcernRule {
    package static let code: ConcernCode = "plan-drift"
    package static let kind = ConcernKind.adrift
    package static let level = 2
    package static let limbs = [Limb("two-years", needs: [.protectionPlans])]
    package static let limits: [LimitID] = ["cp_plan_long_flag"]
    package static let words = RuleWords(
        title: "Protection plan running two years",
        rule:
            "A child protection plan that has run two years has not made the child safe; somebody decides what changes.",
        clears: "a manager and the chair record a decision, including \"no legal step, because\"",
        whoCanAct: "The service manager and the conference chair")

    private let limit: DatedLimit

    package init(_ setting: Setting) {
        limit = setting.limits.dated("cp_plan_long_flag")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            guard let allowance = limit.orEarliest(on: plan.startedOn) else { continue }
            findings.duty(
                Self.self, limb: "two-years", about: plan.about(on: plan.startedOn), from: plan.startedOn,
                within: allowance, standard: "cp_plan_long_flag", met: nil,
                stop: journey.stop(plan: plan),
                evidence: [plan.evidence("began", on: plan.startedOn)])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "On the same protection plan since \(concern.about.on.words)."
    }
}
