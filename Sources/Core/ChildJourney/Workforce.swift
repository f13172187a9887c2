import WorkingDays

/// The workers and teams a council's record names, by their id in that record.
package struct Workforce: Sendable {
    package var workers: [String: Worker]
    package var teams: [String: Team]
    /// By worker, earliest first.
    package var absences: [String: [WorkerAbsence]]
    /// How much of the week each works, by worker: as they begin, and of one day as they were recorded.
    package var patterns: [String: [WorkingPattern]] = [:]
    /// The day each worker was first recorded, where the record says: no source says when somebody began.
    package var knownFrom: [String: Day]

    package init(
        workers: [String: Worker] = [:], teams: [String: Team] = [:],
        absences: [String: [WorkerAbsence]] = [:], knownFrom: [String: Day] = [:]
    ) {
        self.workers = workers
        self.teams = teams
        self.absences = absences
        self.knownFrom = knownFrom
    }
}

extension Workforce {
    /// How much of the week somebody works on a day; nil where nobody has recorded it.
    package func pattern(of worker: String, on day: Day) -> WorkingPattern? {
        patterns[worker]?.last { $0.from <= day }
    }
}
