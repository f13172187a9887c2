import ChildJourney
import WorkingDays

/// How many children each worker leads for on the reference day, counted as the children are made.
package struct Caseloads: Sendable {
    private let today: Day
    package private(set) var counts: [String: Int] = [:]

    package init(on day: Day) { today = day }

    package mutating func add(_ child: SimulatedChild) {
        for allocation in child.journey.allocations where Self.isLead(allocation.body, on: today) {
            if let worker = allocation.worker { counts[worker, default: 0] += 1 }
        }
    }

    static func isLead(_ allocation: Allocation, on day: Day) -> Bool {
        allocation.role == .lead && allocation.from <= day && (allocation.until.map { day <= $0 } ?? true)
    }
}
