import ChildJourney
import Duties
import WorkingDays

/// `decision-unrecorded`: something was done that needs a manager's decision, and there is none, or none with a reason.
package struct DecisionUnrecorded: ConcernRule {
    package static let code: ConcernCode = "decision-unrecorded"
    package static let kind = ConcernKind.undecided
    package static let level = 2
    package static let limbs = [
        Limb("referral", needs: [.referrals, .referralDecisions]),
        Limb("end-of-enquiry", needs: [.enquiries, .enquiryFindings, .referralDecisions]),
        Limb("plan-ended", needs: [.protectionPlans, .minutes, .longPlanDecisions, .referralDecisions]),
        Limb("closure", needs: [.referrals, .referralDecisions]),
    ]
    package static let limits: [LimitID] = ["decision_late_stand_local"]
    package static let words = RuleWords(
        title: "No manager's decision where one is needed",
        rule: """
            A referral is decided, an enquiry and a plan are ended and a child's referral is closed by a manager's \
            decision, with its reason. One made afterwards is shown for 30 days.
            """,
        clears: "the decision is recorded with its reason", whoCanAct: "The team manager")

    /// Something done that needs a decision.
    private struct Act {
        let limb: String
        let about: About
        let on: Day
        /// A decision counts from this day on.
        let from: Day
        let isDecided: Bool
        let point: DecisionPoint
        let evidence: Evidence
    }

    private let calendar: WorkingCalendar
    private let cover: Cover
    private let standsFor: Allowance
    private let needs: [String: [CoveredFact]]

    package init(_ setting: Setting) {
        calendar = setting.calendar
        cover = setting.cover
        standsFor = setting.limits.allowance("decision_late_stand_local")
        needs = Dictionary(uniqueKeysWithValues: Self.limbs.map { ($0.name, $0.needs) })
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for act in acts(journey) {
            guard let facts = needs[act.limb], cover.tells(facts), !act.isDecided else { continue }
            guard facts.allSatisfy({ cover.tells($0, from: act.on) }) else {
                findings.notCheckable(Self.self, act.limb, because: "it was done before the record kept here begins")
                continue
            }
            let decision = journey.casework.decisions.first { $0.body.point == act.point && $0.body.on >= act.from }
            if let decision, decision.body.on <= act.on { continue }
            findings.condition(
                Self.self, limb: act.limb, about: act.about, from: act.on, standard: "decision_late_stand_local",
                met: decision.flatMap { decision in
                    calendar.due(standsFor, after: decision.body.on).map {
                        Met(on: $0, by: decision.evidence("decided", on: decision.body.on))
                    }
                },
                // NB: a closure is what some of these are about; only the child's own end ends them.
                stop: journey.stop(from: act.on, episode: nil), evidence: [act.evidence])
        }
    }

    private func acts(_ journey: Journey) -> [Act] {
        var acts: [Act] = []
        for referral in journey.referrals {
            if let on = referral.decidedOn {
                acts.append(
                    Act(
                        limb: "referral", about: referral.about(on: referral.receivedOn), on: on,
                        from: referral.receivedOn, isDecided: says(referral.body.decisionWhy, referral.body.decidedBy),
                        point: .referral, evidence: referral.evidence("decided", on: on)))
            }
            if let on = referral.closedOn {
                acts.append(
                    Act(
                        limb: "closure", about: referral.about(on: referral.receivedOn), on: on,
                        from: referral.receivedOn, isDecided: says(referral.body.closureWhy, referral.body.closedBy),
                        point: .closure, evidence: referral.evidence("closed", on: on)))
            }
        }
        for enquiry in journey.enquiries {
            guard let on = enquiry.endedOn else { continue }
            acts.append(
                Act(
                    limb: "end-of-enquiry", about: enquiry.about(on: enquiry.startedOn), on: on,
                    from: enquiry.startedOn, isDecided: says(enquiry.body.findings, enquiry.body.decidedBy),
                    point: .endOfEnquiry, evidence: enquiry.evidence("ended", on: on)))
        }
        for plan in journey.protectionPlans {
            guard let on = plan.endedOn else { continue }
            // A conference of that day, or the closing of the referral, is a decision of its own.
            let isDecided =
                journey.conferences.contains { $0.heldOn == on && says($0.body.whyDecided) }
                || journey.referrals.contains { $0.closedOn == on && says($0.body.closureWhy, $0.body.closedBy) }
                || plan.body.endedWhy.map { says($0) } ?? false
            acts.append(
                Act(
                    limb: "plan-ended", about: plan.about(on: plan.startedOn), on: on, from: plan.startedOn,
                    isDecided: isDecided, point: .stepDown, evidence: plan.evidence("plan ended", on: on)))
        }
        return acts
    }

    private func says(_ texts: String?...) -> Bool { texts.allSatisfy { $0.map { !$0.isEmpty } ?? false } }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let what =
            switch concern.limb {
            case "referral": "The referral was decided"
            case "end-of-enquiry": "The enquiry was ended"
            case "plan-ended": "The plan was ended"
            default: "The referral was closed"
            }
        return "\(what) \(concern.onset.words), and no manager's decision with its reason is recorded from before it."
    }
}
