import ArgumentParser
import Casework
import Diagnostics
import FileFormats
import Foundation
import WorkingDays

extension OutputFormat: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(iso: argument)
    }
}

/// `sightline check`: a file or folder in, concerns out; no database.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name the children a census or an extract leaves at potential risk.",
        discussion:
            "Exit code 0: nothing found missing in what was checked. 1: there are concerns. 2: unreadable, or bad usage."
    )

    @Argument(
        help: "A children in need census (XML), or a folder or zip of Standard Safeguarding Dataset tables (CSV).")
    var file: String

    @Option(help: "The day to look at; else the file's reference date, or today.")
    var asOf: Day?

    @Option(help: "Refuse the file unless it is this council's (three-digit national code).")
    var council: String?

    @Option(help: "How to print: table, json, csv or html.")
    var format: OutputFormat = .table

    @Option(help: "How many processors to use; else all.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Also give concerns that have cleared or ended.")
    var withCleared = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs takes a number from 1 up.") }
    }

    func run() throws {
        let standards = try data.standards()
        let report = try report(standards)
        switch format {
        case .table: Output.write(CheckTable(report).text)
        case .json: _ = CheckJSON(report, withCleared: withCleared) { Output.write($0) }
        case .csv: Output.write(CheckCSV(report).bytes)
        case .html: Output.write(CheckHTML(report).bytes)
        }
        if report.found.contains(where: { !$0.standing.isEmpty }) { throw ExitCode(1) }
    }

    private func report(_ standards: Casework.Standards) throws -> CheckReport {
        let name = URL(fileURLWithPath: file).lastPathComponent
        do {
            if SourceFile(file).isDataset {
                let today = Clock.now().londonDay
                let check = CheckDataset(standards: standards, jobs: jobs, withCleared: withCleared)
                return try check(path: file, named: name, asOf: asOf ?? today)
            }
            let check = CheckCensus(standards: standards, jobs: jobs, withCleared: withCleared, council: council)
            return try check(FileBytes(path: file), named: name, asOf: asOf)
        } catch let refusal as CheckCensus.Refusal {
            throw refuse(refusal.diagnostic)
        } catch let refusal as CheckDataset.Refusal {
            throw refuse(refusal.diagnostic)
        } catch let failure as FileFailure {
            throw refuse(failure.diagnostic(file: name))
        }
    }

    /// One clear error, in the format asked for, and exit code 2.
    private func refuse(_ diagnostic: Diagnostic) -> ExitCode {
        let place =
            diagnostic.location.line > 0
            ? ", line \(diagnostic.location.line), column \(diagnostic.location.column)" : ""
        Output.write(
            "sightline: \(diagnostic.location.file)\(place): \(diagnostic.message) (\(diagnostic.code))\n",
            toError: true)
        return ExitCode(2)
    }
}
