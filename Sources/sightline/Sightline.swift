import ArgumentParser
import Foundation

/// The program: the one place that knows the live parts.
@main
struct Sightline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sightline",
        abstract:
            "Names every child left at potential risk, and why, from what a council has recorded and what is missing.",
        subcommands: [
            CheckCommand.self, SimulateCommand.self, ImportCommand.self, VerifyCommand.self, RebuildCommand.self,
            ServeCommand.self, GoLiveCommand.self, ExtendCoverCommand.self, UserCommand.self, ResetCodesCommand.self,
            AccessCommand.self,
            RegisterCommand.self, EstimateCommand.self, StoryCommand.self, EmergencyListCommand.self,
            NotifyCommand.self, RetentionCommand.self, MeasuresCommand.self, PublishedFiguresCommand.self,
            SuppressCommand.self, CompareCommand.self, PackCommand.self,
            FunnelCommand.self,
            BenchCommand.self, BenchDrawCommand.self, FloorCommand.self, FloorTablesCommand.self, FloorPageCommand.self,
            ToldRecordCommand.self,
        ])

    static func main() async {
        // Whatever any subcommand makes - databases, reports, files of invented children - is its owner's alone.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch let refused as Refused {
            Output.write("sightline: \(refused.words)\n", toError: true)
            Foundation.exit(2)
        } catch {
            // Usage errors are 2 here, not the parser library's 64; asking for help is fine.
            let message = fullMessage(for: error)
            let isFine = exitCode(for: error) == .success
            if !message.isEmpty { Output.write(message + "\n", toError: !isFine) }
            Foundation.exit(isFine ? 0 : 2)
        }
    }
}
