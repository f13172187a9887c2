import API
import AccessRules
import ArgumentParser
import Casework
import Diagnostics
import Foundation
import RecordKeeping
import SQLiteRecords
import WorkingDays

/// `sightline import`: tonight's file after last night's; only what changed is added.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Load a census or an extract into the record, beside the case system.")

    @Argument(help: "A children in need census (XML), or a folder or zip of Standard Safeguarding Dataset tables.")
    var file: String

    @Option(help: "The day an extract was taken; else today.")
    var asOf: Day?

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let standards = try data.standards()
        let keeper = try store.open(data.shipped(standards))
        let council = try await store.council(in: keeper)
        let name = URL(fileURLWithPath: file).lastPathComponent
        do {
            if try await !keeper.councils().contains(where: { $0.code == council }) {
                try await keeper.addCouncil(council, name: "Council \(council)")
            }
            _ = try await keeper.resumeLoads(at: Clock.now())
            let load: Load
            if SourceFile(file).isDataset {
                load = try await ImportDataset(into: keeper, now: Clock.now)(
                    path: file, named: name, takenOn: asOf ?? Clock.now().londonDay, by: .commandLine(council),
                    progress: show)
            } else {
                load = try await ImportCensus(into: keeper, codes: standards.censusCodes, now: Clock.now)(
                    path: file, named: name, by: .commandLine(council), progress: show)
            }
            try keeper.close()
            print(load)
        } catch let refusal as ImportRefusal {
            throw Refused(refusal.words)
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    private var show: @Sendable (ImportProgress) -> Void {
        { progress in
            if isatty(2) != 0 { Output.write("\r\(progress.children) children", toError: true) }
        }
    }

    private func print(_ load: Load) {
        let counts = load.counts
        if isatty(2) != 0 { Output.write("\n", toError: true) }
        guard format == .json else {
            return Output.write(
                """
                Load \(load.id.number) is complete: \(counts.subjects) subjects.
                added                      \(counts.added)
                changed                    \(counts.changed)
                unchanged                  \(counts.unchanged)
                no longer in the source    \(counts.withdrawn)
                could not be read, kept    \(counts.unreadable)

                """)
        }
        var json = JSONText()
        json.object {
            $0.field("load", load.id.number)
            $0.field("state", load.state.rawValue)
            $0.field("subjects", counts.subjects)
            $0.field("added", counts.added)
            $0.field("changed", counts.changed)
            $0.field("unchanged", counts.unchanged)
            $0.field("noLongerInSource", counts.withdrawn)
            $0.field("unreadable", counts.unreadable)
        }
        Output.write(json.bytes + [UInt8(ascii: "\n")])
    }
}

extension ImportRefusal {
    var words: String {
        switch self {
        case .access: "you may not load files"
        case .unusable(let diagnostic):
            "\(diagnostic.location.file)\(diagnostic.location.line > 0 ? ", line \(diagnostic.location.line)" : ""): \(diagnostic.message) (\(diagnostic.code))"
        case .recordKeptHere: "this council's record is kept here, so no file of it is loaded"
        case .store(let failure): failure.words
        }
    }
}

/// A path given on the command line: a folder or a zip is an extract, anything else is read as a census.
struct SourceFile {
    let isDataset: Bool

    init(_ path: String) {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        isDataset = exists && (isFolder.boolValue || path.lowercased().hasSuffix(".zip"))
    }
}
