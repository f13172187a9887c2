import ArgumentParser
import CINCensus
import Casework
import Crypto
import Duties
import Foundation
import RecordKeeping
import Standards

/// Where the shipped standards are; the same option on every command.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of standards, when it is not beside the program.", valueName: "folder"))
    var data: String?

    /// The folder of style sheet and script, beside the standards.
    func webFolder() throws -> String {
        try StandardsFolder.find(data, program: Self.program).path + "/web"
    }

    /// Where this program is.
    static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    /// Reads the standards, or says in one sentence why it cannot and leaves with 2.
    func standards() throws -> Casework.Standards {
        do {
            let folder = try StandardsFolder.find(data, program: Self.program)
            let frameworks = try folder.frameworks()
            var standards = Casework.Standards(
                calendar: try folder.calendar(), limits: Limits(try folder.standards()),
                catalogue: try folder.catalogue(), codeWords: try folder.censusCodes(),
                retention: try folder.retention(), accessTerms: try folder.accessTerms(), frameworks: frameworks,
                register: try folder.register(under: frameworks), patterns: try folder.findingPatterns(),
                auditTools: try folder.auditTools(), auditThemes: try folder.auditThemes(),
                annexA: try folder.annexA())
            standards.publishedStatistics = { try folder.publishedStatistics($0) }
            return standards
        } catch {
            Output.write("sightline: \(error)\n", toError: true)
            throw ExitCode(2)
        }
    }

    /// What a store evaluates with.
    func shipped(_ standards: Casework.Standards) throws -> ShippedStandards {
        ShippedStandards(
            calendar: standards.calendar, standards: standards.limits.all, release: try release(),
            retention: standards.retention)
    }

    /// Names this program and these standards by what is in them: derived rows that another made are made again, since
    /// a concern it could not see may stand.
    private func release() throws -> String {
        let folder = try StandardsFolder.find(data, program: Self.program).path
        var hasher = SHA256()
        for path in [Self.program] + StandardsFolder.ruleFiles.map({ "\(folder)/\($0)" }) {
            // NB: mapped, not read: the program is a hundred megabytes.
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
                throw Refused("\(path) cannot be read")
            }
            hasher.update(data: bytes)
        }
        return hasher.finalize().map { String($0, radix: 16) }.joined()
    }
}
