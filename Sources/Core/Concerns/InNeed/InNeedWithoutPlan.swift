import ChildJourney
import Duties
import WorkingDays

/// `in-need-without-plan`: a child was assessed as in need and has no plan.
package struct InNeedWithoutPlan: ConcernRule {
    package static let code: ConcernCode = "in-need-without-plan"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [
        Limb("", needs: [.assessments, .assessmentOutcomes, .inNeedPlans, .protectionPlans, .careEpisodes])
    ]
    package static let limits: [LimitID] = ["in_need_plan_local"]
    package static let words = RuleWords(
        title: "Assessed as in need, no plan",
        rule: "A child assessed as in need has a child in need plan within 10 working days of the assessment.",
        clears: "a child in need plan starts", whoCanAct: "The child's social worker")

    private let allowance: Allowance

    package init(_ setting: Setting) {
        allowance = setting.limits.allowance("in_need_plan_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for assessment in journey.assessments {
            let found = foundInNeed(assessment)
            guard let authorised = assessment.authorisedOn, found != false else { continue }
            let episode = journey.episode(assessment.referral, on: assessment.startedOn)
            if let episode, episode.closedOn.map({ $0 <= authorised }) ?? false { continue }
            let plan = journey.inNeedPlans.first { $0.endedOn.map { $0 > authorised } ?? true }
            let stepUp = stepUp(after: authorised, journey)
            if let stepUp, stepUp <= authorised { continue }
            if found == nil {
                if plan == nil {
                    findings.notCheckable(Self.self, "", because: "an assessment does not say what it decided")
                }
                continue
            }
            findings.duty(
                Self.self, about: assessment.about(on: assessment.startedOn), from: authorised, within: allowance,
                standard: "in_need_plan_local",
                met: plan.map {
                    Met(on: max($0.startedOn, authorised), by: $0.evidence("plan began", on: $0.startedOn))
                },
                stop: journey.stop(from: authorised, episode: episode, ends: stepUp, as: .noLongerApplies),
                evidence: [assessment.evidence("authorised, in need", on: authorised)])
        }
    }

    /// Blank answers are unknown; at least one must say that something follows, and none that nothing does.
    private func foundInNeed(_ assessment: Recorded<Assessment>) -> Bool? {
        if assessment.noFurtherAction == true { return false }
        switch assessment.outcome {
        case .noFurtherAction?, .earlyHelp?, .strategyDiscussion?: return false
        case .other?: return true
        case nil: return assessment.noFurtherAction.map { !$0 }
        }
    }

    /// The first day on or after which the child is on a protection plan or in care.
    private func stepUp(after day: Day, _ journey: Journey) -> Day? {
        let plan = journey.protectionPlans.first { $0.endedOn.map { $0 > day } ?? true }?.startedOn
        let care = journey.careEpisodes.first { $0.ceasedOn.map { $0 > day } ?? true }?.beganOn
        return [plan, care].compactMap { $0 }.min()
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "The assessment authorised \(concern.clockStart.words) found the child in need. No child in need plan is recorded since."
    }
}
