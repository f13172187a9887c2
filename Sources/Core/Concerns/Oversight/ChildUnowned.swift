import ChildJourney
import Duties
import WorkingDays

/// `child-unowned`: an open child whose lead has gone with nobody after them; or, on a plan or in care, with nobody qualified.
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
    private let tellsLeads: Bool
    private let tellsQualifications: Bool

    package init(_ setting: Setting) {
        workers = setting.workforce.workers
        tellsLeads = setting.cover.tells(Self.limbs[0].needs)
        tellsQualifications = setting.cover.tells(Self.limbs[1].needs)
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        let leads = journey.allocations.filter { $0.role == .lead }
        if tellsLeads {
            for span in journey.openSpans { findGaps(in: span, leads, into: &findings) }
        }
        guard tellsQualifications, !leads.isEmpty else { return }
        for plan in journey.protectionPlans {
            findUnqualified(
                leads, from: plan.startedOn, stop: journey.stop(plan: plan), about: plan.about(on: plan.startedOn),
                plan.evidence("plan began", on: plan.startedOn), into: &findings)
        }
        for care in journey.careEpisodes {
            let episode = journey.episode(care.referral, on: care.beganOn)
            findUnqualified(
                leads, from: care.beganOn,
                stop: journey.stop(from: care.beganOn, episode: episode, ends: care.ceasedOn, as: .noLongerApplies),
                about: care.about(on: care.beganOn), care.evidence("care began", on: care.beganOn), into: &findings)
        }
    }

    private func findGaps(in span: OpenSpan, _ leads: [Recorded<Allocation>], into findings: inout Findings) {
        var heldUntil = span.isReferral ? nil : span.from - 1
        var ended = span.evidence
        for lead in leads {
            if let until = lead.until, until < span.from { continue }
            if let over = span.until, lead.from >= over.on { break }
            if let held = heldUntil, lead.from > held + 1 {
                gap(in: span, after: held, ended, until: lead, into: &findings)
            }
            guard let until = lead.until else { return }
            heldUntil = max(heldUntil ?? until, until)
            ended = lead.evidence("lead ended", on: until)
        }
        if let heldUntil { gap(in: span, after: heldUntil, ended, until: nil, into: &findings) }
    }

    private func gap(
        in span: OpenSpan, after held: Day, _ ended: Evidence, until next: Recorded<Allocation>?,
        into findings: inout Findings
    ) {
        findings.condition(
            Self.self, limb: "no-lead", about: span.about, from: held + 1,
            met: next.map { Met(on: $0.from, by: $0.evidence("allocated", on: $0.from)) }, stop: span.until,
            evidence: [ended])
    }

    /// A lead nobody lists, or nobody names, may be registered or not: then it is unknown, and opens nothing.
    private func findUnqualified(
        _ leads: [Recorded<Allocation>], from start: Day, stop: Stop?, about: About, _ evidence: Evidence,
        into findings: inout Findings
    ) {
        var began: (day: Day, lead: Recorded<Allocation>)?
        var isUnknown = false
        func close(on day: Day?) {
            guard let open = began else { return }
            findings.condition(
                Self.self, limb: "none-qualified", about: about, from: open.day, met: day.map { Met(on: $0) },
                stop: stop,
                evidence: [evidence, open.lead.evidence("lead not registered", on: open.lead.from)])
            began = nil
        }
        let changes = [start] + leads.map(\.body.from) + leads.compactMap { $0.until.map { $0 + 1 } }
        for day in changes.sorted() where day >= start && (stop.map { day < $0.on } ?? true) {
            let running = leads.filter { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
            let registered = running.map { workers[$0.worker ?? ""]?.isQualified }
            if registered.contains(true) {
                close(on: day)
            } else if began == nil, let lead = running.first {
                if registered.contains(nil) { isUnknown = true } else { began = (day, lead) }
            }
        }
        close(on: nil)
        if isUnknown {
            findings.notCheckable(
                Self.self, "none-qualified", because: "a lead is not among the workers the source lists")
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        if concern.limb == "none-qualified" {
            let place = concern.about.kind == .careEpisode ? "In care" : "On a protection plan"
            return
                "\(place), held since \(concern.onset.words) by somebody of whom no registration as a social worker is recorded."
        }
        return concern.evidence.first?.kind == .allocation
            ? "The last lead worker's time ended \((concern.onset - 1).words), and nobody follows."
            : "Open without a lead worker since \(concern.onset.words)."
    }
}
