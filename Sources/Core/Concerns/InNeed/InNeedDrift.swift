import ChildJourney
import Duties
import WorkingDays

/// `in-need-drift`: a child has been in need for a year and nothing has changed.
package struct InNeedDrift: ConcernRule {
    package static let code: ConcernCode = "in-need-drift"
    package static let kind = ConcernKind.adrift
    package static let level = 3
    package static let limbs = [Limb("", needs: [.referrals, .inNeedPlans, .protectionPlans])]
    package static let limits: [LimitID] = ["in_need_without_step_local"]
    package static let words = RuleWords(
        title: "A year in need without a step",
        rule: """
            A child in need for 12 months, with no plan begun or ended, no move to a protection plan or care and no legal \
            step, has somebody decide what changes.
            """,
        clears: "a step is taken, or a manager records a decision", whoCanAct: "The team manager")

    private let inNeedPlans: Cover.Extent?
    private let protectionPlans: Cover.Extent?
    private let allowance: Allowance

    package init(_ setting: Setting) {
        inNeedPlans = setting.cover.extents[.inNeedPlans]
        protectionPlans = setting.cover.extents[.protectionPlans]
        allowance = setting.limits.allowance("in_need_without_step_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals where referral.isAccepted {
            for stretch in journey.stretchesInNeed(of: referral) {
                find(in: stretch, journey, into: &findings)
            }
        }
    }

    private func find(in stretch: InNeedStretch, _ journey: Journey, into findings: inout Findings) {
        var clockStart = stretch.from
        var isUnknown = false
        for step in steps(of: journey) where step > stretch.from {
            if let until = stretch.until, step >= until.on { break }
            isUnknown = !judge(stretch, from: clockStart, until: step, journey, into: &findings) || isUnknown
            clockStart = step
        }
        isUnknown = !judge(stretch, from: clockStart, until: nil, journey, into: &findings) || isUnknown
        if isUnknown {
            findings.notCheckable(
                Self.self, "",
                because: "the child was in need before the source begins, and earlier steps are not in it")
        }
    }

    /// False when the source cannot tell whether other steps were taken after the clock started.
    private func judge(
        _ stretch: InNeedStretch, from clockStart: Day, until step: Day?, _ journey: Journey,
        into findings: inout Findings
    ) -> Bool {
        let isCovered =
            ((inNeedPlans?.reaches(clockStart) ?? false) && (protectionPlans?.reaches(clockStart) ?? false))
            || journey.inNeedPlans.contains {
                $0.startedOn <= clockStart && ($0.endedOn.map { clockStart < $0 } ?? true)
            }
        guard isCovered else { return false }
        let referral = stretch.referral
        findings.duty(
            Self.self, about: referral.about(on: referral.receivedOn), from: clockStart, within: allowance,
            standard: "in_need_without_step_local", met: step.map { Met(on: $0) }, stop: stretch.until,
            evidence: [referral.evidence("in need since", on: stretch.from)])
        return true
    }

    private func steps(of journey: Journey) -> [Day] {
        let decisions = journey.nextStepsDecided
        if journey.inNeedPlans.isEmpty, journey.preProceedings.isEmpty, decisions.isEmpty { return [] }
        var days: [Day] = []
        for plan in journey.inNeedPlans {
            days.append(plan.startedOn)
            if let ended = plan.endedOn { days.append(ended) }
        }
        for legal in journey.preProceedings {
            days += [
                legal.startedOn, legal.letterSentOn, legal.firstMeetingOn, legal.stepDecidedOn,
                legal.courtApplicationOn,
            ]
            .compactMap { $0 }
        }
        return (days + decisions).sorted()
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Nothing has changed since \(concern.clockStart.words): no plan begun or ended, and no legal step."
    }
}

extension Journey {
    /// Days on which a manager decided, with a reason, what comes next for the child.
    fileprivate var nextStepsDecided: [Day] {
        guard hasCasework else { return [] }
        return casework.decisions.filter { $0.body.point == .nextStep }.map(\.body.on)
    }
}
