import AccessRules
import ArgumentParser
import RecordKeeping
import SQLiteRecords

/// `sightline reset-codes`: the way back in when a device, or the key codes are sealed with, is lost. Written in the log of
/// accounts like anything done there.
struct ResetCodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-codes", abstract: "Take somebody's one-time codes away, or ask no role for codes.")

    @Argument(help: "The name they sign in with.")
    var name: String?

    @Flag(help: "Ask no role for codes any more.")
    var askNobody = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if (name == nil) != askNobody { throw ValidationError("Give a name, or --ask-nobody.") }
    }

    func run() async throws {
        let keeper = try store.openExisting(data.shipped(data.standards()))
        do {
            let council = try await store.council(in: keeper)
            let account = name.map { UserID($0.lowercased()) } ?? AccountChange.everybody
            let change = askNobody ? AccountChange.codesNeeded([]) : .codesRemovedOnMachine
            let outcome = try await keeper.change(change, of: account, in: council, by: "command-line", at: Clock.now())
            switch outcome {
            case .done:
                Output.write(
                    askNobody
                        ? "No role is asked for codes.\n" : "\(account) has no codes any more, and is signed out.\n")
            case .notNow: throw Refused("\(account) has no codes")
            case .notFound, .alreadyThere, .ownAccount, .lastAdministrator, .waits, .notYours:
                throw Refused("there is no such account")
            }
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }
}
