import AccessRules
import ArgumentParser
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline told-record`: an invented record that tells everything the measures ask, for another program to count again.
struct ToldRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "told-record", abstract: "Write an invented record that tells everything the measures ask.",
        shouldDisplay: false)

    @Option(help: "How many invented children.")
    var children: Int

    @Option(help: "The day everything is told up to.")
    var asOf: Day

    @Option(help: "A database that is not there yet.")
    var database: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard let address = DatabaseAddress(database), let council = CouncilCode("999") else {
            throw ValidationError("The database is sqlite:PATH, or a path.")
        }
        let store = try SQLiteStore(at: address, standards: data.shipped(data.standards()))
        try await ToldRecord(in: store, council: council, children: children, asAt: asOf).write()
        try store.close()
    }
}
