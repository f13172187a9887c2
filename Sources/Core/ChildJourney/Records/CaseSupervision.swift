import WorkingDays

/// A worker and their supervisor weigh what is happening for one child, and agree what is done.
package struct CaseSupervision: EntryBody {
    package static var kind: RecordKind { .caseSupervision }

    package var on: Day
    package var worker: String?
    package var supervisor: String?
    package var weighed: String
    package var actions: String?

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
