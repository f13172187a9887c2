import ChildJourney
import Concerns
import Diagnostics
import SafeguardingDataset
import WorkingDays

/// Checks a Standard Safeguarding Dataset extract, with no database. An extract gives no reference day of its own.
package struct CheckDataset {
    package enum Refusal: Error, Sendable {
        case unusable(Diagnostic)

        package var diagnostic: Diagnostic {
            switch self {
            case .unusable(let diagnostic): diagnostic
            }
        }
    }

    private let standards: Standards
    private let jobs: Int
    private let withCleared: Bool

    package init(standards: Standards, jobs: Int, withCleared: Bool = false) {
        self.standards = standards
        self.jobs = jobs
        self.withCleared = withCleared
    }

    /// `day` is the day the extract was taken as well as the day looked at.
    package func callAsFunction(path: String, named name: String, asOf day: Day) throws(Refusal) -> CheckReport {
        do {
            let extract = try DatasetExtract(path: path, workerCount: jobs)
            let setting = Setting(
                calendar: standards.calendar, limits: standards.limits, cover: extract.cover(until: day),
                workforce: extract.workforce)
            let evaluator = Evaluator(setting)
            let empty = CheckTally(day: day, cover: setting.cover, withOver: withCleared)
            var all = empty
            try extract.forEachPartition(
                workerCount: jobs, begin: { (tally: empty, findings: Findings(setting)) },
                body: { part, person in
                    evaluator.evaluate(person.journey, into: &part.findings)
                    part.tally.add(SourceChild(id: person.id, place: 0, journey: person.journey), part.findings)
                }, deliver: { all.merge($0.tally) })
            let count = extract.diagnosticCounts.values.reduce(0, +)
            return CheckReport(
                all, evaluator: evaluator, catalogue: standards.catalogue, diagnostics: extract.diagnostics,
                diagnosticCount: count)
        } catch let failure as DatasetFailure {
            throw .unusable(failure.diagnostic(file: name))
        } catch {
            throw .unusable(
                Diagnostic(
                    .fatal, "extract-unreadable", "The extract could not be read.", at: SourceLocation(file: name)))
        }
    }
}
