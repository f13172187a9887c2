import ArgumentParser
import FileFormats
import Foundation
import Simulation
import WorkingDays

/// `sightline simulate`: an invented council as files, with the truth about every concern that stands in it.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Invent a council's children, with what is wrong in their records.",
        discussion: "The same seed makes the same bytes. Nobody in it exists.")

    @Option(help: "How many children.")
    var children: Int

    @Option(help: "The number everything is drawn from.")
    var seed: UInt64

    @Option(help: "The council's three-digit national code.")
    var council = "999"

    @Option(help: "Years of history, three to eight.")
    var years = 3

    @Option(help: "The reference day; a census needs a 31 March.")
    var asOf = Day(year: 2026, month: 3, day: 31) ?? Day(number: 0)

    @Option(help: "Write a children in need census here.")
    var census: String?

    @Option(help: "Write a Standard Safeguarding Dataset extract in this folder.")
    var ssd: String?

    @Option(help: "Write the truth here: one JSON object for each concern that stands.")
    var truth: String?

    @Option(help: "How many processors to use; else all.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard children >= 1 else { throw ValidationError("--children takes a number from 1 up.") }
        guard jobs >= 1 else { throw ValidationError("--jobs takes a number from 1 up.") }
        guard SimulatedCouncil.possibleYears.contains(years) else {
            throw ValidationError("--years takes a number from 3 to 8.")
        }
        guard asOf.year >= SimulatedCouncil.firstPossibleYear else {
            throw ValidationError("--as-of takes a day from 2017 on.")
        }
        guard census == nil || (asOf.civil.month == 3 && asOf.civil.day == 31) else {
            throw ValidationError("A census ends on 31 March: give --as-of a 31 March, or leave --census out.")
        }
    }

    func run() throws {
        let standards = try data.standards()
        let simulated = SimulatedCouncil(
            seed: seed, children: children, years: years, councilCode: council, referenceDay: asOf,
            calendar: standards.calendar, limits: standards.limits)
        do {
            let files = SimulatedFiles(census: census, dataset: ssd, truth: truth)
            let counts = try files.write(simulated, jobs: jobs)
            Output.write("\(counts.children) children, \(counts.truthLines) concerns stand\n", toError: true)
        } catch let failure as FileFailure {
            Output.write("sightline: \(failure.message)\n", toError: true)
            throw ExitCode(2)
        }
    }
}
