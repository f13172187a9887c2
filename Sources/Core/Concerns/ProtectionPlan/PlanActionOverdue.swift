import ChildJourney
import Duties
import WorkingDays

/// `plan-action-overdue`: somebody has not done what a plan, or a reader of the file, said they would.
package struct PlanActionOverdue: ConcernRule {
    package static let code: ConcernCode = "plan-action-overdue"
    package static let kind = ConcernKind.late
    package static let level = 3
    package static let limbs = [Limb("", needs: [.planContents]), Limb(audit, needs: [.planContents])]
    /// What came out of an audit of the file.
    package static let audit = "audit"
    /// An audit is of our own record, beside whatever source: its actions count wherever they are seen.
    package static let runsOnWhatIsSeen = true
    package static let limits: [LimitID] = ["plan_action_local"]
    package static let words = RuleWords(
        title: "Action of a plan or an audit past its day",
        rule: "What a plan says, or an audit of the file agreed, is done by the day it names.",
        clears: "it is recorded as done", whoCanAct: "Whoever the plan or the audit names")

    private let allowance: Allowance

    package init(_ setting: Setting) { allowance = setting.limits.allowance("plan_action_local") }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            find(plan, plan.body.actions, plan.startedOn, journey.stop(plan: plan), into: &findings)
        }
        for plan in journey.inNeedPlans {
            let stop = journey.stop(
                from: plan.startedOn, episode: journey.episode(plan.referral, on: plan.startedOn), ends: plan.endedOn)
            find(plan, plan.body.actions, plan.startedOn, stop, into: &findings)
        }
        guard journey.hasCasework else { return }
        for action in journey.casework.auditActions {
            guard let byOn = action.body.byOn else { continue }
            findings.duty(
                Self.self, limb: Self.audit, about: action.about(on: action.body.on), from: byOn, within: allowance,
                standard: "plan_action_local",
                met: action.body.finishedOn.map { done in
                    action.settled(on: max(done, byOn), action.evidence("done", on: done))
                }, stop: journey.stop(from: action.body.on),
                evidence: [action.evidence("to be done", on: byOn)])
        }
    }

    private func find<Plan: EntryBody>(
        _ plan: Recorded<Plan>, _ actions: [PlanAction]?, _ started: Day, _ stop: Stop?, into findings: inout Findings
    ) {
        for (index, action) in (actions ?? []).enumerated() {
            findings.duty(
                Self.self, about: plan.about(on: started), from: action.by, within: allowance,
                standard: "plan_action_local",
                met: action.doneOn.map { Met(on: max($0, action.by), by: plan.evidence("done", on: $0)) }, stop: stop,
                evidence: [plan.evidence("to be done", on: action.by)], numbers: [index + 1])
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == audit {
            return "What an audit of \(concern.about.on.words) asked for was to be done by \(concern.clockStart.words)."
        }
        return
            "Action \(concern.numbers.first ?? 1) of the plan of \(concern.about.on.words) was to be done by \(concern.clockStart.words)."
    }
}
