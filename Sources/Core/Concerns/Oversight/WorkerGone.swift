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
        guard !journey.allocations.isEmpty else { return }
        let spans = journey.openSpans
        for lead in journey.allocations where lead.role == .lead {
            guard let id = lead.worker else {
                let isOpen = spans.contains { day(from: lead.from, lead, in: $0, journey) != nil }
                if isOpen { findings.notCheckable(Self.self, "left", because: "a lead's allocation names no worker") }
                continue
            }
            guard let gone = dayGone(id, lead) else { continue }
            var checked: Day?
            for span in spans {
                guard let onset = day(from: gone, lead, in: span, journey), checked.map({ onset >= $0 }) ?? true else {
                    continue
                }
                findings.condition(
                    Self.self, limb: "left", about: lead.about(on: lead.from), from: onset,
                    met: reallocated(from: lead, after: onset, in: journey), stop: span.until,
                    evidence: [lead.evidence("allocated", on: lead.from)])
                guard let over = span.until else { break }
                checked = over.on
            }
        }
    }

    /// The first day of the span, on or after one, on which this is the lead.
    private func day(
        from day: Day, _ lead: Recorded<Allocation>, in span: OpenSpan, _ journey: Journey
    ) -> Day? {
        let first = max(day, span.from)
        guard span.until.map({ first < $0.on }) ?? true else { return nil }
        return journey.lead(on: first)?.id == lead.id ? first : nil
    }

    /// The day they left; where the source only no longer lists them, the last day it covers. Nil for somebody who has
    /// not left, or who held the child no longer than the day they did.
    private func dayGone(_ worker: String, _ lead: Recorded<Allocation>) -> Day? {
        if let known = workers[worker] {
            guard let left = known.leftOn, lead.until.map({ $0 > left }) ?? true else { return nil }
            return max(left, lead.from)
        }
        return max(lastDay ?? lead.from, lead.from)
    }

    private func reallocated(from lead: Recorded<Allocation>, after gone: Day, in journey: Journey) -> Met? {
        let next = journey.allocations.first { $0.role == .lead && $0.id != lead.id && $0.from >= gone }
        return [
            next.map { Met(on: $0.from, by: $0.evidence("allocated", on: $0.from)) },
            lead.until.map { Met(on: $0 + 1, by: lead.evidence("ended", on: $0)) },
        ].compactMap { $0 }.min { $0.on < $1.on }
    }

    package static func why(_ concern: Concern, _ setting: Setting) -> String {
        "Held since \(concern.about.on.words) by a worker who, by \(concern.onset.words), is no longer among the council's workers."
    }
}
