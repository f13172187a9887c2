import ArgumentParser
import Casework
import FileFormats
import Foundation
import RecordKeeping
import SQLiteRecords
import Simulation
import WorkingDays

/// `sightline simulate`: an invented council, of any size, the same for the same seed.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Invent a council's children, and state what is missing for each.",
        discussion: "Every child and worker is invented. The same seed and options make the same bytes.")

    @Option(help: "How many children.")
    var children: Int

    @Option(help: "Any whole number from 0; another seed is another council.")
    var seed: UInt64

    @Option(help: "The council's three-digit national code.")
    var council = "999"

    @Option(help: "Years of history, 3 to 8.")
    var years = 3

    @Option(help: "The reference day; a census needs a 31 March.")
    var asOf: Day?

    @Option(help: "Write a children in need census here.")
    var census: String?

    @Option(help: "Write a Standard Safeguarding Dataset extract into this folder.")
    var ssd: String?

    @Option(help: "Write the concerns that stand on the reference day here, one JSON object a line.")
    var truth: String?

    @Option(help: "Load the council into this database, beside: sqlite:PATH, or a path.")
    var database: String?

    @Option(help: "How many processors to use; else all.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard children >= 1 else { throw ValidationError("--children takes a number from 1 up.") }
        guard SimulatedCouncil.possibleYears.contains(years) else {
            throw ValidationError("--years takes a number from 3 to 8.")
        }
        guard council.count == 3, council.allSatisfy(\.isNumber) else {
            throw ValidationError("--council takes three digits.")
        }
        guard census != nil || ssd != nil || truth != nil || database != nil else {
            throw ValidationError("Name at least one of --census, --ssd, --truth and --database.")
        }
        guard asOf.map({ $0.year >= SimulatedCouncil.firstPossibleYear }) ?? true else {
            throw ValidationError("--as-of takes a day from \(SimulatedCouncil.firstPossibleYear) on.")
        }
        let day = asOf?.civil
        guard census == nil || day == nil || (day?.month == 3 && day?.day == 31) else {
            throw ValidationError("A census ends on 31 March: give --as-of a 31 March.")
        }
    }

    /// Loads the council as any extract is loaded.
    private func load(
        _ invented: SimulatedCouncil, into database: String, _ standards: Casework.Standards
    ) async throws {
        var options = StoreOptions()
        (options.database, options.council) = (database, council)
        let keeper = try options.open(data.shipped(standards))
        do {
            try await DemoCouncil(store: keeper, standards: standards, council: options.code()).load(invented)
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        } catch let refusal as ImportRefusal {
            throw Refused(refusal.words)
        }
    }

    /// The last census day before this version was written: a default that does not change with the clock.
    static let referenceDay = Day(iso: "2026-03-31")

    func run() async throws {
        let standards = try data.standards()
        guard let day = asOf ?? Self.referenceDay else { throw ExitCode(2) }
        let invented = SimulatedCouncil(
            seed: seed, children: children, years: years, councilCode: council, referenceDay: day,
            calendar: standards.calendar, limits: standards.limits)
        do {
            let counts = try SimulatedFiles(census: census, dataset: ssd, truth: truth).write(invented, jobs: jobs)
            Output.write(
                "\(counts.children) invented children as at \(day.words): \(counts.censusChildren) in the census, \(counts.datasetRows) rows in the extract, \(counts.truthLines) concerns that stand.\n",
                toError: true)
            if let database { try await load(invented, into: database, standards) }
        } catch let failure as FileFailure {
            Output.write("sightline: \(failure.message) (\(failure.code.rawValue))\n", toError: true)
            throw ExitCode(2)
        }
    }
}
