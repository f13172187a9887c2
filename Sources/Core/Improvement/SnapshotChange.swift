import ChildJourney
import WorkingDays

/// What is different of one action from one month's snapshot to the next.
package struct SnapshotChange: Hashable, Sendable {
    package enum Sort: Hashable, Sendable {
        case new
        case gone
        case moved(from: Int?, to: Int?)
        case coloured(from: String, to: String)
        case redated(from: Day, to: Day)
        case state(from: String, to: String)
        case owner(from: String, to: String)
        case reworded
    }

    package let action: String
    package let what: String
    package let sorts: [Sort]

    /// In the order of the later one; what is gone comes last.
    package static func between(_ before: PlanSnapshot, _ after: PlanSnapshot) -> [SnapshotChange] {
        let known = Dictionary(before.lines.map { ($0.action, $0) }) { first, _ in first }
        var changes = after.lines.compactMap { line -> SnapshotChange? in
            guard let old = known[line.action] else {
                return SnapshotChange(action: line.action, what: line.what, sorts: [.new])
            }
            let sorts = sorts(old, line)
            return sorts.isEmpty ? nil : SnapshotChange(action: line.action, what: line.what, sorts: sorts)
        }
        let still = Set(after.lines.map(\.action))
        for line in before.lines where !still.contains(line.action) {
            changes.append(SnapshotChange(action: line.action, what: line.what, sorts: [.gone]))
        }
        return changes
    }

    private static func sorts(_ old: SnapshotLine, _ new: SnapshotLine) -> [Sort] {
        var sorts: [Sort] = []
        if old.state != new.state { sorts.append(.state(from: old.state, to: new.state)) }
        if old.colour != new.colour { sorts.append(.coloured(from: old.colour, to: new.colour)) }
        if old.value != new.value { sorts.append(.moved(from: old.value, to: new.value)) }
        if old.byOn != new.byOn { sorts.append(.redated(from: old.byOn, to: new.byOn)) }
        if old.owner != new.owner { sorts.append(.owner(from: old.owner, to: new.owner)) }
        if old.what != new.what || old.measure != new.measure || old.measureTeam != new.measureTeam {
            sorts.append(.reworded)
        }
        return sorts
    }
}
