import AccessRules
import ChildJourney
import RecordKeeping
import WorkingDays

/// A worker takes the lead for a child over from whoever has it.
package struct LeadChange: Sendable {
    package let worker: String
    package let team: String?
    package let from: Day
    package let why: String?
    /// Of the allocation this begins.
    package let id: RecordID

    package init(worker: String, team: String?, from: Day, why: String?, id: RecordID) {
        self.worker = worker
        self.team = team
        self.from = from
        self.why = why
        self.id = id
    }

    private func ending(_ journey: Journey) -> [Recorded<Allocation>] {
        journey.allocations.filter { $0.role == .lead && ($0.until.map { $0 >= from } ?? true) }
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
        records.append(StepRecord(Allocation(worker: worker, team: team, role: .lead, from: from), id: id))
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
