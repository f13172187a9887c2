import AccessRules
import ArgumentParser
import Casework
import ChildJourney
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline extend-cover`: a council whose record is kept here says that it also records, from a day on, what this
/// release lets it record.
struct ExtendCoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend-cover",
        abstract: "Say from which day a council also records what a newer release lets it record.",
        discussion: """
            Until then the checks that need it say "not checkable". The day is never before today less 31 days: what nobody \
            could record cannot be missing.
            """)

    @Option(help: "The first day all of it is recorded here; today when there is none.")
    var from: Day?

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let keeper = try store.openExisting(data.shipped(data.standards()))
        do {
            let council = try await store.council(in: keeper)
            let today = Clock.now().londonDay
            let day = from ?? today
            guard day <= today, day >= today - 31 else { throw Refused("the day is none of the last 31") }
            let added = try await GoLive(store: keeper, now: Clock.now).extendCover(
                of: council, from: day, by: SignedIn.commandLine(council).user)
            guard let added else { throw Refused("this council's record is not kept here") }
            guard !added.isEmpty else {
                Output.write("Nothing to add: everything this release records is covered already.\n")
                return try keeper.close()
            }
            Output.write("Recorded here from \(day.words) on too:\n")
            for fact in added { Output.write("- \(fact.words)\n") }
            let count = try await keeper.rebuild(council, on: today) { _ in }
            Output.write("\(count) children worked out again.\n")
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }
}
