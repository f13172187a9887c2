import ChildJourney
import Duties
import WorkingDays

/// `caseload-over`: a worker leads for more children at once than the council's limit.
package struct CaseloadOver: Sendable {
    package static let code: ConcernCode = "caseload-over"
    package static let needs: [CoveredFact] = [.allocations, .workers]
    package static let limits: [LimitID] = ["caseload_local", "caseload_newly_qualified_local"]

    /// +1 on the day a lead begins, -1 on the day after it ends. Packed: a council has millions.
    private struct Change: Sendable {
        let on: Day
        let by: Int32
    }

    /// By worker, in no order.
    private var changes: [String: [Change]] = [:]

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
            changes[worker, default: []].append(Change(on: from, by: 1))
            if until.number < .max { changes[worker, default: []].append(Change(on: until + 1, by: -1)) }
        }
    }

    package mutating func merge(_ other: CaseloadOver) {
        changes.merge(other.changes, uniquingKeysWith: +)
    }

    /// Those over on a day, each since the day it last went over.
    package func found(on day: Day, _ setting: Setting) -> [ServiceConcern] {
        changes.keys.sorted().compactMap { worker in
            let known = setting.workforce.workers[worker]
            let limit = setting.limits.count(
                known?.newlyQualified == true ? "caseload_newly_qualified_local" : "caseload_local")
            var held = 0
            var since: Day?
            let ordered = (changes[worker] ?? []).filter { $0.on <= day }.sorted { $0.on < $1.on }
            for (place, change) in ordered.enumerated() {
                held += Int(change.by)
                // What ends and begins on one day is one change.
                if place + 1 < ordered.count, ordered[place + 1].on == change.on { continue }
                since = held > limit ? since ?? change.on : nil
            }
            guard let since else { return nil }
            return ServiceConcern(
                code: Self.code, kind: .unowned, level: 3, subject: worker, onset: since,
                why: "Leads for \(held) children; the limit is \(limit).", source: "The council's own setting")
        }
    }
}
