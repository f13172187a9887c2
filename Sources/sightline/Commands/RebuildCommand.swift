import ArgumentParser
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline rebuild`: makes every derived row again from the entries.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Work everything derived out again from the entries.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let keeper = try store.openExisting(data.shipped(data.standards()))
        do {
            let count = try await keeper.rebuild(try await store.council(in: keeper), on: Clock.now().londonDay) { _ in
            }
            Output.write("\(count) children worked out again.\n")
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }
}
