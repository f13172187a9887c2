import ChildJourney
import Duties
import WorkingDays

/// `worker-changes`: a child has had a fourth lead worker in a year.
package struct WorkerChanges: ConcernRule {
    package static let code: ConcernCode = "worker-changes"
    package static let kind = ConcernKind.adrift
    package static let level = 3
    package static let inToday = false
    package static let limbs = [Limb("", needs: [.allocations])]
    package static let limits: [LimitID] = ["worker_changes_local", "worker_changes_stand_local"]
    package static let words = RuleWords(
        title: "Fourth lead worker in a year",
        rule: "A child keeps the same lead worker; a fourth within 12 months is looked at.",
        clears: "90 days have passed", whoCanAct: "The service manager")

    private static let changes = 4
    private let calendar: WorkingCalendar
    private let within: Allowance
    private let standsFor: Allowance

    package init(_ setting: Setting) {
        calendar = setting.calendar
        within = setting.limits.allowance("worker_changes_local")
        standsFor = setting.limits.allowance("worker_changes_stand_local")
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        var leads: [Recorded<Allocation>] = []
        for lead in journey.allocations where lead.role == .lead && lead.worker != leads.last?.worker {
            leads.append(lead)
            guard leads.count >= Self.changes else { continue }
            let first = leads[leads.count - Self.changes]
            guard let last = calendar.due(within, after: first.from), lead.from <= last else { continue }
            findings.condition(
                Self.self, about: lead.about(on: lead.from), from: lead.from, standard: "worker_changes_local",
                met: calendar.due(standsFor, after: lead.from).map { Met(on: $0) },
                stop: journey.stop(from: lead.from),
                evidence: leads.suffix(Self.changes).map { $0.evidence("allocated", on: $0.from) })
        }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        let first = concern.evidence.first?.on?.words ?? "a year before"
        return "The lead worker from \(concern.onset.words) is the fourth since \(first)."
    }
}
