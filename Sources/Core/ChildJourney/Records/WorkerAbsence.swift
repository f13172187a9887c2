import WorkingDays

/// A worker is away for some days. Whether it was foreseen is all that is said of why: never anything about health.
package struct WorkerAbsence: EntryBody {
    package static var kind: RecordKind { .workerAbsence }

    package var from: Day
    /// The last day away; nil while nobody knows.
    package var until: Day?
    package var reason: AbsenceReason
    /// The manager who recorded it, by their name for signing in.
    package var recordedBy: String?

    package init(from: Day, until: Day? = nil, reason: AbsenceReason, recordedBy: String? = nil) {
        self.from = from
        self.until = until
        self.reason = reason
        self.recordedBy = recordedBy
    }

    package var happenedOn: Day? { from }

    /// Workers are subjects of their own: this stands in the workforce, not in a child's journey.
    package static func fold(_ record: Recorded<WorkerAbsence>, into journey: inout Journey) {}
}

extension WorkerAbsence {
    package func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

package enum AbsenceReason: String, Codable, Sendable, CaseIterable {
    case planned, unplanned

    package var words: String {
        switch self {
        case .planned: "planned"
        case .unplanned: "not planned"
        }
    }
}
