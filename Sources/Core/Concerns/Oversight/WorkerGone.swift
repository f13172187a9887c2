import ChildJourney
import Duties
import WorkingDays

/// `worker-gone`: the worker who is meant to hold the child no longer works here.
package struct WorkerGone: ConcernRule {
    package static let code: ConcernCode = "worker-gone"
    package static let kind = ConcernKind.unowned
    package static let level = 1
    package static let limbs = [Limb("left", needs: [.referrals, .allocations, .workers])]
    package static let limits: [LimitID] = []
    package static let words = RuleWords(
        title: "The lead worker has gone",
        rule: "When a lead worker leaves, every child they hold is given to somebody else.",
        clears: "the child is given to another worker", whoCanAct: "The team manager")

    private let workers: [String: Worker]
    private let lastDay: Day?

    package init(_ setting: Setting) {
        workers = setting.workforce.workers
        lastDay = setting.cover.until
    }

    package func find(in journey: Journey, into findings: inout Findings) {
        for lead in journey.allocations where lead.role == .lead {
            guard let id = lead.worker, let gone = dayGone(id, from: lead.from) else { continue }
            guard lead.until.map({ $0 >= gone }) ?? true else { continue }
            guard let episode = journey.referrals.last(where: { runs($0, on: gone) }) else { continue }
            findings.condition(
                Self.self, limb: "left", about: lead.about(on: lead.from), from: gone,
                met: reallocated(from: lead, after: gone, in: journey), stop: journey.stop(from: gone, episode: episode),
                evidence: [lead.evidence("allocated", on: lead.from)])
        }
    }

    private func runs(_ referral: Recorded<Referral>, on day: Day) -> Bool {
        referral.isAccepted && referral.receivedOn <= day && (referral.closedOn.map { day < $0 } ?? true)
    }

    /// The day they left; where the source only no longer lists them, the last day it covers.
    private func dayGone(_ worker: String, from start: Day) -> Day? {
        if let known = workers[worker] { return known.leftOn.map { max($0, start) } }
        return lastDay.map { max($0, start) } ?? start
    }

    private func reallocated(from lead: Recorded<Allocation>, after gone: Day, in journey: Journey) -> Met? {
        let next = journey.allocations.first { $0.role == .lead && $0.id != lead.id && $0.from >= gone }
        if let next { return Met(on: next.from, by: next.evidence("allocated", on: next.from)) }
        return lead.until.map { Met(on: $0 + 1, by: lead.evidence("ended", on: $0)) }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Held since \(concern.about.on.words) by a worker who, by \(concern.onset.words), is no longer among the council's workers."
    }
}
