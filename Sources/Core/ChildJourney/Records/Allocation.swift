import WorkingDays

/// Who holds the child, from when until when.
package struct Allocation: EntryBody {
    package static var kind: RecordKind { .allocation }

    package var worker: String?
    package var team: String?
    package var role: AllocationRole
    package var from: Day
    /// The last day held.
    package var until: Day?
    package var changeReason: String?

    package init(
        worker: String? = nil, team: String? = nil, role: AllocationRole, from: Day, until: Day? = nil,
        changeReason: String? = nil
    ) {
        self.worker = worker
        self.team = team
        self.role = role
        self.from = from
        self.until = until
        self.changeReason = changeReason
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<Allocation>, into journey: inout Journey) {
        journey.allocations.append(record)
    }
}

package enum AllocationRole: String, Codable, Sendable, CaseIterable {
    case lead, second
    /// Somebody who stands in for a lead who is away.
    case cover
    /// Somebody who works with the child without holding them: a reviewing officer, a personal adviser.
    case other
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Allocation {
    @inlinable package var worker: String? { body.worker }
    @inlinable package var team: String? { body.team }
    @inlinable package var role: AllocationRole { body.role }
    @inlinable package var from: Day { body.from }
    @inlinable package var until: Day? { body.until }
    @inlinable package var changeReason: String? { body.changeReason }
}
