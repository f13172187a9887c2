import ChildJourney
import Duties
import WorkingDays

/// `plan-child-unseen`: a child on a protection plan has not been seen within the plan's interval.
package struct PlanChildUnseen: ConcernRule {
    package static let code: ConcernCode = "plan-child-unseen"
    package static let kind = ConcernKind.unseen
    package static let level = 1
    package static let limbs = [
        Limb("", needs: [.protectionPlans, .protectionVisits, .protectionVisitSeen]),
        Limb(ExpectantMother.limb, needs: [.protectionPlans, .expectantMotherSeen]),
        Limb("by-social-worker", needs: [.protectionPlans, .visitors]),
    ]
    package static let limits: [LimitID] = ["cp_visit_local"]
    package static let words = RuleWords(
        title: "Child on a plan not seen",
        rule: "A child on a protection plan is seen at least every 10 working days, on a visit made for the plan.",
        clears: "the child is seen on a visit", whoCanAct: "The child's social worker")

    private let allowance: Allowance
    private let lastDay: Day?
    private let visitsBegin: Day?
    private let mother: ExpectantMother
    /// Whether the child's own seeing is told at all.
    private let isTold: Bool

    package init(_ setting: Setting) {
        visitsBegin = setting.cover.begins([.protectionVisits, .protectionVisitSeen])
        mother = ExpectantMother(setting, needs: Self.limbs[1].needs)
        isTold = setting.cover.tells(Self.limbs[0].needs)
        lastDay = setting.cover.until
        allowance = setting.limits.allowance("cp_visit_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for plan in journey.protectionPlans {
            mother.gaps(
                Self.self, about: plan.about(on: plan.startedOn), from: plan.startedOn, within: allowance,
                standard: "cp_visit_local", evidence: plan.evidence("began", on: plan.startedOn), of: journey,
                stop: journey.stop(plan: plan), into: &findings)
            guard isTold else { continue }
            if let doubt = journey.birthDoubt(until: journey.stop(plan: plan), lastDay: lastDay) {
                findings.notCheckable(Self.self, "", because: doubt)
                continue
            }
            guard let starts = journey.visitingStarts(plan) else { continue }
            var clockStart = starts
            if let visitsBegin, visitsBegin > starts {
                findings.notCheckable(
                    Self.self, "", because: "visits before \(visitsBegin.words) are not in the source")
                clockStart = visitsBegin
            }
            var last: Recorded<Visit>?
            for visit in journey.visits
            where visit.purpose == .childProtectionPlan && visit.seen == true && visit.on >= clockStart
                && journey.runs(plan, on: visit.on)
            {
                gap(from: clockStart, after: last, until: visit, plan, journey, into: &findings)
                clockStart = visit.on
                last = visit
            }
            gap(from: clockStart, after: last, until: nil, plan, journey, into: &findings)
        }
    }

    private func gap(
        from clockStart: Day, after last: Recorded<Visit>?, until next: Recorded<Visit>?,
        _ plan: Recorded<ChildProtectionPlan>, _ journey: Journey, into findings: inout Findings
    ) {
        findings.duty(
            Self.self, limb: last == nil ? "never" : "since", about: plan.about(on: plan.startedOn), from: clockStart,
            within: allowance, standard: "cp_visit_local",
            met: next.map { Met(on: $0.on, by: $0.evidence("seen", on: $0.on)) },
            stop: journey.stop(plan: plan),
            evidence: [
                plan.evidence("began", on: plan.startedOn), last.map { $0.evidence("last seen", on: $0.on) },
            ].compactMap { $0 })
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if let words = ExpectantMother.why(concern) { return words }
        return concern.limb == "never"
            ? "On a protection plan since \(concern.about.on.words), and no visit on which the child was seen is recorded."
            : "Last seen on a visit for the plan \(concern.clockStart.words). The next was due by \(concern.due?.words ?? "a day not known")."
    }
}
