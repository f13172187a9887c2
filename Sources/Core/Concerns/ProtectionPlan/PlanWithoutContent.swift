import ChildJourney
import Duties
import WorkingDays

/// `plan-without-content`: a plan runs and does not say what is to be done.
package struct PlanWithoutContent: ConcernRule {
    package static let code: ConcernCode = "plan-without-content"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [Limb("", needs: [.planContents])]
    package static let limits: [LimitID] = ["plan_content_local"]
    package static let words = RuleWords(
        title: "Plan without actions or contingency",
        rule:
            "Within 10 working days a plan says who does what, by when and how anybody can tell, and what happens if it does not work.",
        clears: "the plan has its actions and its contingency", whoCanAct: "The lead social worker")

    private let allowance: Allowance
    private let contents: Cover.Extent?

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("plan_content_local")
        contents = setting.cover.extents[.planContents]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            find(
                plan, from: plan.startedOn,
                written: plan.body.contentsOn ?? plan.wholeSince(plan.body.actions, plan.body.contingency),
                stop: journey.stop(plan: plan), into: &findings)
        }
        for plan in journey.inNeedPlans {
            find(
                plan, from: plan.startedOn,
                written: plan.body.contentsOn ?? plan.wholeSince(plan.body.actions, plan.body.contingency),
                stop: journey.stop(
                    from: plan.startedOn, episode: journey.episode(plan.referral, on: plan.startedOn),
                    ends: plan.endedOn), into: &findings)
        }
    }

    private func find<Plan: EntryBody>(
        _ plan: Recorded<Plan>, from started: Day, written: Day?, stop: @autoclosure () -> Stop?,
        into findings: inout Findings
    ) {
        guard contents?.reaches(started) ?? false else {
            return findings.notCheckable(Self.self, "", because: "the plan is older than the record kept here")
        }
        findings.duty(
            Self.self, about: plan.about(on: started), from: started, within: allowance, standard: "plan_content_local",
            met: written.map { Met(on: max($0, started), by: plan.evidence("written", on: $0)) }, stop: stop(),
            evidence: [plan.evidence("began", on: started)])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The plan began \(concern.clockStart.words), and its actions or its contingency were not written down in time."
    }
}

extension Recorded {
    /// For a plan recorded before the day of its contents was kept: the day of its latest version, which is never too early.
    fileprivate func wholeSince(_ actions: [PlanAction]?, _ contingency: String?) -> Day? {
        guard actions?.isEmpty == false, contingency?.isEmpty == false else { return nil }
        return recordedAt?.londonDay
    }
}
