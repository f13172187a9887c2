import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A worker takes the lead for a child over from whoever has it.
package struct LeadChange: Sendable {
    /// (L) How far ahead a child may be given on.
    package static let monthsAhead = 3

    package let worker: String
    package let team: String?
    package let from: Day
    package let why: String?
    /// Of the allocation this begins.
    package let id: RecordID
    private let today: Day

    /// `from` may be a day to come: whoever leads goes on until then.
    package init(worker: String, team: String?, from: Day, why: String?, id: RecordID, today: Day) {
        self.today = today
        self.worker = worker
        self.team = team
        self.from = from
        self.why = why
        self.id = id
    }

    /// Somebody who was to take the lead on a day to come, and has not: this takes their place.
    private func planned(_ journey: Journey) -> Recorded<Allocation>? {
        journey.allocations.last { $0.role == .lead && $0.from > today }
    }

    private func ending(_ journey: Journey) -> [Recorded<Allocation>] {
        let planned = planned(journey)
        return journey.allocations.filter { held in
            guard held.role == .lead, held.id != planned?.id else { return false }
            // Whoever was to end for the one whose place is taken ends for this one.
            let wasToEnd = planned.map { held.until == $0.from - 1 } ?? false
            return wasToEnd || held.until.map { $0 >= from } ?? true
        }
    }

    /// The day on which whoever leads began, where that is not before this: they cannot end before they began.
    package func tooEarly(for journey: Journey) -> Day? {
        ending(journey).map(\.from).first { $0 >= from }
    }

    /// Whoever led ends the day before, and what somebody covered for them ends with them.
    package func records(for journey: Journey) -> [StepRecord] {
        var records = ending(journey).map { held -> StepRecord in
            var body = held.body
            body.until = from - 1
            body.changeReason = why ?? body.changeReason
            return StepRecord(body, id: held.id, corrects: held.place)
        }
        for cover in journey.allocations
        where cover.role == .cover && cover.from < from && (cover.until.map { $0 >= from } ?? true) {
            var body = cover.body
            body.until = from - 1
            records.append(StepRecord(body, id: cover.id, corrects: cover.place))
        }
        let planned = planned(journey)
        let lead = Allocation(worker: worker, team: team, role: .lead, from: from)
        records.append(StepRecord(lead, id: planned?.id ?? id, corrects: planned?.place))
        return records
    }

    /// The first time somebody holds a child, the record learns who they are.
    package func introduction(_ workforce: Workforce, _ workers: [StepChoice]) -> [StepRecord] {
        Self.introduction(worker, workforce, workers)
    }

    static func introduction(_ worker: String, _ workforce: Workforce, _ workers: [StepChoice]) -> [StepRecord] {
        guard workforce.workers[worker] == nil else { return [] }
        return [
            StepRecord(
                Worker(name: workers.first { $0.value == worker }?.words), id: "worker", about: .worker(worker))
        ]
    }
}

extension Subject {
    /// Somebody who works here, as this record knows them.
    package static func worker(_ id: String) -> Subject {
        Subject(.worker, SubjectID(source: SourceName.record.text, local: id))
    }
}
