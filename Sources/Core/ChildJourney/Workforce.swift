import WorkingDays

/// The workers and teams a council's record names, by their id in that record.
package struct Workforce: Sendable {
    package var workers: [String: Worker]
    package var teams: [String: Team]

    package init(workers: [String: Worker] = [:], teams: [String: Team] = [:]) {
        self.workers = workers
        self.teams = teams
    }
}
