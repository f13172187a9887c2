import Assurance
import CINCensus
import ChildJourney
import Concerns
import Diagnostics
import Duties
import FileFormats
import Measures
import Retention
import WorkingDays

/// The standards a check or an import is done by: values read once from the shipped files.
package struct Standards: Sendable {
    package let calendar: WorkingCalendar
    package let limits: Limits
    package let catalogue: [CatalogueRow]
    package let censusCodes: CensusCodes
    /// The national codes of each set, with their words, for forms.
    package let codeWords: [String: [String: String]]
    /// Without rows nothing is ever past its retention.
    package let retention: RetentionSchedule
    /// Nil where nobody is given access to a record.
    package let accessTerms: AccessTerms?
    package let frameworks: InspectionFrameworks
    /// Published inspections, and what they criticise.
    package let register: [PublishedInspection]
    package let patterns: [FindingPattern]
    package let auditTools: [AuditTool]
    package let auditThemes: [AuditTheme]
    /// Lists handed over when an inspection begins.
    package let annexA: [AnnexAList]
    /// Figures published of every council, by name: read when they are asked for, being many.
    package var publishedStatistics: @Sendable (String) throws -> [PublishedStatistic] = { _ in [] }

    package init(
        calendar: WorkingCalendar, limits: Limits, catalogue: [CatalogueRow], codeWords: [String: [String: String]],
        retention: RetentionSchedule = RetentionSchedule(), accessTerms: AccessTerms? = nil,
        frameworks: InspectionFrameworks = InspectionFrameworks([]), register: [PublishedInspection] = [],
        patterns: [FindingPattern] = [], auditTools: [AuditTool] = [],
        auditThemes: [AuditTheme] = [], annexA: [AnnexAList] = []
    ) {
        self.annexA = annexA
        self.auditTools = auditTools
        self.auditThemes = auditThemes
        self.register = register
        self.patterns = patterns
        self.frameworks = frameworks
        self.retention = retention
        self.accessTerms = accessTerms
        self.calendar = calendar
        self.limits = limits
        self.catalogue = catalogue
        self.codeWords = codeWords
        censusCodes = CensusCodes(codeWords)
    }
}

/// Checks a census file, with no database: who stands unassessed, undecided, unreviewed on a day, and why.
package struct CheckCensus {
    package enum Refusal: Error, Sendable {
        case unusable(Diagnostic)
        /// The file names no reference day and none was given.
        case noReferenceDay(file: String)
        /// The file is another council's than the one asked for.
        case anotherCouncil(file: String)

        package var diagnostic: Diagnostic {
            switch self {
            case .unusable(let diagnostic): diagnostic
            case .noReferenceDay(let file):
                Diagnostic(
                    .fatal, "reference-date-missing",
                    "The file names no reference date or year. Give the day with --as-of.",
                    at: SourceLocation(file: file, field: "ReferenceDate"))
            case .anotherCouncil(let file):
                Diagnostic(
                    .fatal, "another-council", "The file is not from the council that was asked for.",
                    at: SourceLocation(file: file, field: "LEA"))
            }
        }
    }

    private let standards: Standards
    private let jobs: Int
    private let withCleared: Bool
    private let council: String?

    package init(standards: Standards, jobs: Int, withCleared: Bool = false, council: String? = nil) {
        self.council = council
        self.standards = standards
        self.jobs = jobs
        self.withCleared = withCleared
    }

    package func callAsFunction(_ source: any ByteSource, named file: String, asOf: Day?) throws(Refusal) -> CheckReport
    {
        var line: EvaluationLine?
        var evaluator: Evaluator?
        var hasEarlyChild = false
        var reader: CensusReader?
        let census = CensusReader(file: file, codes: standards.censusCodes) { child in
            if let line { return line.add(child) }
            guard let header = reader?.header, let started = start(header, asOf: asOf) else {
                // NB: only a file with no reference date comes here, and it is refused once it has been read.
                hasEarlyChild = true
                return
            }
            evaluator = started.evaluator
            line = started.line
            started.line.add(child)
        }
        reader = census
        do {
            try census.read(source)
        } catch {
            throw .unusable(error.diagnostic(file: file))
        }
        if line == nil, !hasEarlyChild, let started = start(census.header, asOf: asOf) {
            evaluator = started.evaluator
            line = started.line
        }
        if let council, census.header.council != council { throw .anotherCouncil(file: file) }
        guard let line, let evaluator else { throw .noReferenceDay(file: file) }
        return CheckReport(
            line.finish(), evaluator: evaluator, catalogue: standards.catalogue, diagnostics: census.diagnostics,
            diagnosticCount: census.diagnosticCount)
    }

    private func start(_ header: CensusHeader, asOf: Day?) -> (evaluator: Evaluator, line: EvaluationLine)? {
        guard let reference = header.lastDay ?? asOf else { return nil }
        let cover = Cover.census(referenceDay: reference)
        let evaluator = Evaluator(Setting(calendar: standards.calendar, limits: standards.limits, cover: cover))
        let tally = CheckTally(day: asOf ?? reference, cover: cover, withOver: withCleared)
        return (evaluator, EvaluationLine(evaluator, tally: tally, jobs: jobs))
    }
}

extension CensusHeader {
    /// The reference day, else 31 March of the year the header names.
    package var lastDay: Day? { referenceDay ?? year.flatMap { Day(year: $0, month: 3, day: 31) } }
}
