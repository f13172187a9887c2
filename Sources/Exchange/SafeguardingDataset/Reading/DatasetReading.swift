import ChildJourney
import Diagnostics
import Dispatch
import FileFormats
import Synchronization

/// Reads every table of a folder or zip, as many at a time as there are workers.
struct DatasetReading: Sendable {
    let path: String
    let store: SpillStore
    let workFolder: String
    let workerCount: Int

    /// What all tables together came to.
    struct Outcome: Sendable {
        var results: [TableReading.Result] = []
        var workforce = Workforce()
        var failure: DatasetFailure?
    }

    /// Tables that must be read one after the other, by one thread.
    private typealias Job = [TableReading]

    func run(_ tables: [Int: TableFile]) throws(DatasetFailure) -> Outcome {
        let jobs = Self.jobs(tables)
        let next = Mutex(0)
        let outcome = Mutex(Outcome())
        DispatchQueue.concurrentPerform(iterations: min(workerCount, jobs.count)) { _ in
            let gathered = work(through: jobs) {
                next.withLock {
                    let job = $0
                    $0 += 1
                    return job
                }
            }
            outcome.withLock { $0.add(gathered) }
        }
        var found = outcome.withLock { $0 }
        if let failure = found.failure { throw failure }
        found.results.sort { $0.number < $1.number }
        return found
    }

    private func work(through jobs: [Job], next: () -> Int) -> Outcome {
        var outcome = Outcome()
        let gathering = Gathering(store, workFolder: workFolder)
        do throws(DatasetFailure) {
            // Each thread opens the folder for itself: a zip can only be read by one at a time.
            let folder = try open()
            while true {
                let index = next()
                guard index < jobs.count else { break }
                for table in jobs[index] { outcome.results.append(try table.read(from: folder, into: gathering)) }
            }
            try gathering.finish()
        } catch {
            outcome.failure = error
        }
        outcome.workforce = gathering.workforce
        return outcome
    }

    private func open() throws(DatasetFailure) -> TableFolder {
        do {
            return try TableFolder(path: path) { _ in }
        } catch {
            throw .unreadable(error)
        }
    }

    /// The largest first, so that no thread is left alone with it at the end. Factors name assessments, and follow
    /// them in the same thread.
    private static func jobs(_ tables: [Int: TableFile]) -> [Job] {
        let bySize = tables.sorted { ($0.value.size, $1.key) > ($1.value.size, $0.key) }
        let factors = tables[DatasetTables.factorsNumber].map {
            TableReading(number: DatasetTables.factorsNumber, table: $0)
        }
        var jobs: [Job] = []
        for (number, table) in bySize where number != DatasetTables.factorsNumber {
            let isAssessments = number == DatasetTables.assessmentsNumber
            jobs.append(
                [TableReading(number: number, table: table)] + (isAssessments ? [factors].compactMap { $0 } : []))
        }
        if let factors, tables[DatasetTables.assessmentsNumber] == nil { jobs.append([factors]) }
        return jobs
    }
}

extension DatasetReading.Outcome {
    fileprivate mutating func add(_ other: DatasetReading.Outcome) {
        results += other.results
        workforce.workers.merge(other.workforce.workers) { $1 }
        workforce.teams.merge(other.workforce.teams) { $1 }
        failure = failure ?? other.failure
    }
}
