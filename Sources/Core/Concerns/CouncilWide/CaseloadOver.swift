import ChildJourney
import Duties
import WorkingDays

/// `caseload-over`: a worker leads for more children at once than the council's limit.
package struct CaseloadOver: Sendable {
    package static let code: ConcernCode = "caseload-over"
    package static let needs: [CoveredFact] = [.allocations, .workers]
    package static let limits: [LimitID] = ["caseload_local", "caseload_newly_qualified_local"]

    /// By worker: +1 on the day a lead begins, -1 on the day after it ends.
    private var changes: [String: [Day: Int]] = [:]

    package init() {}

    package mutating func add(_ journey: Journey) {
        var heldUntil: [String: Day] = [:]
        for lead in journey.allocations where lead.role == .lead {
            guard let worker = lead.worker else { continue }
            // NB: an end before the beginning is bad data, and ends nothing. `.max` stands for "not ended".
            let until = lead.until.flatMap { $0 >= lead.from ? $0 : nil } ?? Day(number: .max)
            let held = heldUntil[worker]
            if let held, until <= held { continue }
            heldUntil[worker] = until
            let from = held.map { max(lead.from, $0 + 1) } ?? lead.from
            changes[worker, default: [:]][from, default: 0] += 1
            if until.number < .max { changes[worker, default: [:]][until + 1, default: 0] -= 1 }
        }
    }

    package mutating func merge(_ other: CaseloadOver) {
        for (worker, days) in other.changes {
            for (day, change) in days { changes[worker, default: [:]][day, default: 0] += change }
        }
    }

    /// Those over on a day, each since the day it last went over.
    package func found(on day: Day, _ setting: Setting) -> [ServiceConcern] {
        changes.keys.sorted().compactMap { worker in
            let known = setting.workforce.workers[worker]
            let limit = setting.limits.count(
                known?.newlyQualified == true ? "caseload_newly_qualified_local" : "caseload_local")
            var held = 0
            var since: Day?
            for (changed, change) in (changes[worker] ?? [:]).sorted(by: { $0.key < $1.key }) where changed <= day {
                held += change
                since = held > limit ? since ?? changed : nil
            }
            guard let since else { return nil }
            return ServiceConcern(
                code: Self.code, kind: .unowned, level: 3, subject: worker, onset: since,
                why: "Leads for \(held) children; the limit is \(limit).", source: "The council's own setting")
        }
    }
}
