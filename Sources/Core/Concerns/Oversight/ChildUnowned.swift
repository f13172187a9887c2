import ChildJourney
import Duties
import WorkingDays

/// `child-unowned`: an open child whose lead has gone with nobody after them; or, on a plan, with nobody qualified.
/// The time before anybody first held the child belongs to `referral-unowned`.
package struct ChildUnowned: ConcernRule {
    package static let code: ConcernCode = "child-unowned"
    package static let kind = ConcernKind.unowned
    package static let level = 1
    package static let limbs = [
        Limb("no-lead", needs: [.referrals, .allocations]),
        Limb("none-qualified", needs: [.protectionPlans, .allocations, .workers, .qualifications]),
    ]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "No lead worker",
        rule: "An open child always has a lead worker; on a protection plan or in care, a registered social worker.",
        clears: "a lead worker is allocated", whoCanAct: "The team manager")

    private let workers: [String: Worker]
    private let tellsQualifications: Bool

    package init(_ setting: Setting) {
        workers = setting.workforce.workers
        tellsQualifications = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for referral in journey.referrals where referral.isAccepted {
            findGaps(in: referral, journey, into: &findings)
        }
        guard tellsQualifications else { return }
        for plan in journey.protectionPlans { findUnqualified(on: plan, journey, into: &findings) }
    }

    private func findGaps(in referral: Recorded<Referral>, _ journey: Journey, into findings: inout Findings) {
        var heldUntil: Day?
        var last: Recorded<Allocation>?
        for lead in journey.allocations where lead.role == .lead {
            if let until = lead.until, until < referral.receivedOn { continue }
            if let closed = referral.closedOn, lead.from >= closed { break }
            if let last, let ended = heldUntil, lead.from > ended + 1 {
                gap(in: referral, after: last, ended, until: lead, journey, into: &findings)
            }
            guard let until = lead.until else { return }
            heldUntil = max(heldUntil ?? until, until)
            last = lead
        }
        if let last, let heldUntil { gap(in: referral, after: last, heldUntil, until: nil, journey, into: &findings) }
    }

    private func gap(
        in referral: Recorded<Referral>, after last: Recorded<Allocation>, _ ended: Day,
        until next: Recorded<Allocation>?, _ journey: Journey, into findings: inout Findings
    ) {
        findings.condition(
            Self.self, limb: "no-lead", about: referral.about(on: referral.receivedOn), from: ended + 1,
            met: next.map { Met(on: $0.from, by: $0.evidence("allocated", on: $0.from)) },
            stop: journey.stop(from: ended, episode: referral),
            evidence: [last.evidence("lead ended", on: ended)])
    }

    private func findUnqualified(
        on plan: Recorded<ChildProtectionPlan>, _ journey: Journey, into findings: inout Findings
    ) {
        let leads = journey.allocations.filter { $0.role == .lead }
        var began: (day: Day, lead: Recorded<Allocation>)?
        var boundaries = [plan.startedOn] + leads.map(\.from) + leads.compactMap { $0.until.map { $0 + 1 } }
        boundaries.sort()
        for day in boundaries where day >= plan.startedOn && (plan.endedOn.map { day < $0 } ?? true) {
            let running = leads.filter { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
            let isQualified = running.contains { workers[$0.worker ?? ""]?.isQualified ?? true }
            if began == nil, let lead = running.first, !isQualified {
                began = (day, lead)
            } else if let open = began, isQualified {
                unqualified(plan, open, until: day, journey, into: &findings)
                began = nil
            }
        }
        if let began { unqualified(plan, began, until: nil, journey, into: &findings) }
    }

    private func unqualified(
        _ plan: Recorded<ChildProtectionPlan>, _ began: (day: Day, lead: Recorded<Allocation>), until end: Day?,
        _ journey: Journey, into findings: inout Findings
    ) {
        findings.condition(
            Self.self, limb: "none-qualified", about: plan.about(on: plan.startedOn), from: began.day,
            met: end.map { Met(on: $0) }, stop: journey.stop(plan: plan),
            evidence: [
                plan.evidence("began", on: plan.startedOn),
                began.lead.evidence("lead not registered", on: began.lead.from),
            ])
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        concern.limb == "no-lead"
            ? "The last lead worker's time ended \((concern.onset - 1).words), and nobody follows."
            : "On a protection plan, held since \(concern.onset.words) by somebody who is not a registered social worker."
    }
}
