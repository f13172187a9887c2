import ChildJourney
import Duties
import WorkingDays

/// `core-group-late`: the people who carry out a protection plan have not met.
package struct CoreGroupLate: ConcernRule {
    package static let code: ConcernCode = "core-group-late"
    package static let kind = ConcernKind.late
    package static let level = 2
    package static let limbs = [
        Limb("first", needs: [.protectionPlans, .coreGroups]), Limb("later", needs: [.protectionPlans, .coreGroups]),
    ]
    package static let limits: [LimitID] = ["core_group_first_10wd", "core_group_interval_local"]
    package static let words = RuleWords(
        title: "Core group not held in time",
        rule:
            "A core group meets within 10 working days of the conference that decided the plan, and then every 6 weeks.",
        clears: "a core group is held", whoCanAct: "The lead social worker")

    private let limits: Limits
    private let groups: Cover.Extent?

    package init(_ setting: Setting) {
        limits = setting.limits
        groups = setting.cover.extents[.coreGroups]
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            let clock = groups?.latestStart(plan.startedOn) ?? plan.startedOn
            // One may have been held the day before the record began: the next is then due as late as it can be.
            let isOlder = clock > plan.startedOn
            if isOlder {
                findings.notCheckable(Self.self, "first", because: "the plan is older than the record kept here")
            }
            var last: Recorded<CoreGroup>?
            for group in journey.casework.coreGroups
            where group.body.heldOn >= clock && (plan.endedOn.map { group.body.heldOn <= $0 } ?? true) {
                gap(from: clock, isOlder: isOlder, after: last, until: group, plan, journey, into: &findings)
                last = group
            }
            gap(from: clock, isOlder: isOlder, after: last, until: nil, plan, journey, into: &findings)
        }
    }

    private func gap(
        from clock: Day, isOlder: Bool, after last: Recorded<CoreGroup>?, until next: Recorded<CoreGroup>?,
        _ plan: Recorded<ChildProtectionPlan>,
        _ journey: Journey, into findings: inout Findings
    ) {
        let isFirst = last == nil && !isOlder
        let standard: LimitID = isFirst ? "core_group_first_10wd" : "core_group_interval_local"
        findings.duty(
            Self.self, limb: isFirst ? "first" : "later", about: plan.about(on: plan.startedOn),
            from: last?.body.heldOn ?? clock, within: limits.allowance(standard), standard: standard,
            met: next.map { Met(on: $0.body.heldOn, by: $0.evidence("held", on: $0.body.heldOn)) },
            stop: journey.stop(plan: plan),
            evidence: [
                plan.evidence("began", on: plan.startedOn), last.map { $0.evidence("last held", on: $0.body.heldOn) },
            ].compactMap { $0 })
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == "first"
            ? "The protection plan began \(concern.clockStart.words), and no core group is recorded."
            : "No core group is recorded since \(concern.clockStart.words)."
    }
}
