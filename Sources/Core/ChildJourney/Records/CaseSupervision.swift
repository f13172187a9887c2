import WorkingDays

/// A worker and their supervisor weigh what is happening for one child, and agree what is done.
package struct CaseSupervision: EntryBody {
    package static var kind: RecordKind { .caseSupervision }

    package var on: Day
    package var worker: String?
    package var supervisor: String?
    package var weighed: String
    package var actions: String?
    /// Whether what was agreed the time before has been done. Nil: not said, or nothing was.
    package var earlierActions: EarlierActions?

    package init(on: Day, worker: String? = nil, supervisor: String? = nil, weighed: String, actions: String? = nil) {
        self.on = on
        self.worker = worker
        self.supervisor = supervisor
        self.weighed = weighed
        self.actions = actions
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<CaseSupervision>, into journey: inout Journey) {
        journey.casework.supervisions.append(record)
    }
}

package enum EarlierActions: String, Codable, Sendable, CaseIterable {
    case done, partly
    case notDone = "not-done"

    package var words: String {
        switch self {
        case .done: "done"
        case .partly: "partly done"
        case .notDone: "not done"
        }
    }
}
