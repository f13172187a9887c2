import ChildJourney
import Duties
import WorkingDays

/// `plan-not-shared`: the child or the parents have no copy of the plan.
package struct PlanNotShared: ConcernRule {
    package static let code: ConcernCode = "plan-not-shared"
    package static let kind = ConcernKind.unshared
    package static let level = 2
    package static let limbs = [Limb("", needs: [.protectionPlans, .inNeedPlans, .givenToFamily])]
    package static let limits: [LimitID] = ["plan_shared_local"]
    package static let words = RuleWords(
        title: "Plan not given to the child or parents",
        rule: """
            Within 10 working days of its beginning a plan is given to the child and to the parents, or it is recorded why \
            it is withheld from them.
            """,
        clears: "both have it, or why it is withheld is recorded", whoCanAct: "The lead worker")

    private let allowance: Allowance
    private let giving: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("plan_shared_local")
        giving = setting.cover.extents[.givenToFamily]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            find(
                journey, plan.about(on: plan.startedOn), plan.evidence("began", on: plan.startedOn),
                journey.stop(plan: plan), &findings)
        }
        for plan in journey.inNeedPlans {
            let from = plan.startedOn
            find(
                journey, plan.about(on: from), plan.evidence("began", on: from),
                journey.stop(from: from, episode: journey.episode(plan.referral, on: from), ends: plan.endedOn),
                &findings)
        }
    }

    private func find(
        _ journey: Journey, _ about: About, _ evidence: Evidence, _ stop: Stop?, _ findings: inout Findings
    ) {
        guard giving?.reaches(about.on) ?? false else {
            return findings.notCheckable(Self.self, "", because: "the plan is older than the record kept here")
        }
        let given =
            journey.hasCasework
            ? journey.casework.givenToFamily.filter {
                $0.body.of == about.id && $0.body.what == nil
            } : []
        let parents = given.first { $0.body.to == .parents }
        let child = given.first { $0.body.to == .child }
        // Nobody gives a plan to a child who is not born.
        let last =
            journey.isUnborn(on: about.on)
            ? parents : parents.flatMap { parents in child.map { $0.body.on > parents.body.on ? $0 : parents } }
        findings.duty(
            Self.self, about: about, from: about.on, within: allowance, standard: "plan_shared_local",
            met: last.map { Met(on: $0.body.on, by: $0.evidence("given", on: $0.body.on)) }, stop: stop,
            evidence: [evidence])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The plan began \(concern.clockStart.words), and nobody recorded that both the child and the parents have it."
    }
}
