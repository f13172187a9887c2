import ArgumentParser
import CINCensus
import Casework
import Duties
import Foundation
import Standards

/// Where the shipped standards are; the same option on every command.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of standards, when it is not beside the program.", valueName: "folder"))
    var data: String?

    /// The folder of style sheet and script, beside the standards.
    func webFolder() throws -> String {
        try StandardsFolder.find(data, program: Self.program).path + "/web"
    }

    private static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    /// Reads the standards, or says in one sentence why it cannot and leaves with 2.
    func standards() throws -> Casework.Standards {
        do {
            let folder = try StandardsFolder.find(data, program: Self.program)
            return Casework.Standards(
                calendar: try folder.calendar(), limits: Limits(try folder.standards()),
                catalogue: try folder.catalogue(), censusCodes: CensusCodes(try folder.censusCodes()))
        } catch {
            Output.write("sightline: \(error)\n", toError: true)
            throw ExitCode(2)
        }
    }
}
