import WorkingDays

/// A visit that somebody means to make on a day to come. It clears nothing: only the visit does.
package struct PlannedVisit: EntryBody {
    package static var kind: RecordKind { .plannedVisit }

    /// The day it is planned for now.
    package var on: Day
    /// Minutes past midnight; nil where no time was agreed.
    package var minute: Int?
    /// Who goes, by their name for signing in.
    package var worker: String
    package var purpose: VisitPurpose
    package var plannedOn: Day
    package var plannedBy: String?
    /// In the order in which it was moved.
    package var moves: [PlannedVisitMove]?
    package var calledOffOn: Day?
    package var calledOffBy: String?
    package var calledOffWhy: String?

    package init(on: Day, minute: Int? = nil, worker: String, purpose: VisitPurpose, plannedOn: Day) {
        self.on = on
        self.minute = minute
        self.worker = worker
        self.purpose = purpose
        self.plannedOn = plannedOn
    }

    package var happenedOn: Day? { on }
    /// "at 16:50"; nil where no time was agreed.
    package var timeWords: String? { minute.map { "at \(Moment(londonDay: on, minute: $0).clockWords)" } }

    package static func fold(_ record: Recorded<PlannedVisit>, into journey: inout Journey) {
        journey.casework.plannedVisits.append(record)
    }
}

/// One move of a planned visit to another day, and why.
package struct PlannedVisitMove: Hashable, Codable, Sendable {
    package let from: Day
    package let to: Day
    package let why: String
    package let decidedOn: Day
    package let by: String?

    package init(from: Day, to: Day, why: String, decidedOn: Day, by: String? = nil) {
        self.from = from
        self.to = to
        self.why = why
        self.decidedOn = decidedOn
        self.by = by
    }
}

extension Journey {
    /// Visits that are planned, or were planned for a day that has passed, and of which nothing came: not called off, and no
    /// visit recorded on the day. Somebody who went and saw nobody went.
    package var openPlannedVisits: [Recorded<PlannedVisit>] {
        guard hasCasework else { return [] }
        return casework.plannedVisits.filter { planned in
            planned.body.calledOffOn == nil && !visits.contains { $0.on == planned.body.on }
        }
    }
}
