import API
import AccessRules
import ArgumentParser
import Casework
import Measures
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline published-figures`: the measures as they may leave the council.
struct PublishedFiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "published-figures",
        abstract: "Print the measures as members and the public may see them: whole months, small numbers hidden.",
        discussion: """
            To the last month that is over: the council's twelve months, and the year to 31 March that ended last; its branches and \
            teams for that year, or as it stood on the last day. Counts from 1 to 4 are hidden, with whatever would give them away.
            Exit code 0: printed. 2: it could not be read.
            """)

    @Option(help: "A day; the figures are to the last month that is over by then. Today when there is none.")
    var asOf: Day?

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let keeper = try store.openExisting(data.shipped(data.standards()))
        do {
            let council = try await store.council(in: keeper)
            let access = try AccessRules.access(
                for: .commandLine(council), to: .seeNumbers, .council(council), because: .work
            ).get()
            let to = PublishedFigures.lastMonthEnd(by: asOf ?? Clock.now().londonDay)
            let taken = try await keeper.measures(over: PublishedFigures.periods(to: to), access: access)
            var json = JSONText()
            json.published(PublishedFigures(taken, to: to))
            Output.write(json.bytes + [UInt8(ascii: "\n")])
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }
}
