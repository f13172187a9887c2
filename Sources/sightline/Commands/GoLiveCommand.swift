import AccessRules
import ArgumentParser
import Casework
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline go-live`: a council begins to keep its record here, from a day on.
struct GoLiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "go-live", abstract: "Begin to keep a council's record here, instead of loading files of it.",
        discussion: "A council is one or the other: one that has loaded files is refused.")

    @Option(help: "The council's name as pages show it.")
    var name: String

    @Option(help: "The first day everything is recorded here; today when there is none.")
    var from: Day?

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let council = try store.code()
        let keeper = try store.open(data.shipped(data.standards()))
        do {
            let known = try await keeper.councils().contains { $0.code == council }
            if known {
                guard try await keeper.lastCompleteLoad(of: council) == nil else {
                    throw Refused("files have been loaded for this council, so its record is kept elsewhere")
                }
                guard try await keeper.setting(of: council) == nil else {
                    throw Refused("this council's record is kept here already")
                }
            }
            let day = from ?? Clock.now().londonDay
            try await GoLive(store: keeper, now: Clock.now)(
                council, named: name, from: day, by: SignedIn.commandLine(council).user)
            Output.write("The record of \(name) is kept here from \(day.words) on.\n")
            try keeper.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }
}
