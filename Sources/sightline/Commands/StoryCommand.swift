import API
import ArgumentParser
import Casework
import Foundation
import RecordKeeping
import SQLiteRecords
import Stories
import WorkingDays

/// `sightline story`: one of the published accounts, played on a fresh record and counted from it.
struct StoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "story", abstract: "Play one of the published accounts, and count what the record then shows.")

    @Argument(help: ArgumentHelp("Which: \(Stories.all.map { $0.name }.joined(separator: ", "))."))
    var name: String

    @Option(help: "How to print: table or json.")
    var format: OutputFormat = .table

    @Option(help: "Leave the database here, to open with serve.")
    var keep: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard let type = Stories.all.first(where: { $0.name == name }) else {
            throw ValidationError("There is no story called \(name).")
        }
        let standards = try data.standards()
        let path =
            keep ?? FileManager.default.temporaryDirectory.appendingPathComponent("story-\(UUID().uuidString).db").path
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Refused("there is a file at \(path) already, and a story needs a fresh one")
        }
        defer { if keep == nil { StoryFiles.remove(path) } }
        guard let address = DatabaseAddress(path) else { throw ValidationError("--keep takes a path.") }
        do {
            let store = try SQLiteStore(at: address, standards: data.shipped(standards))
            let story = type.init(store: store, calendar: standards.calendar)
            try await story.play()
            print(try await story.numbers(), on: type.referenceDay)
            try store.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    private func print(_ numbers: [(name: String, count: Int)], on day: Day) {
        guard format == .json else {
            let lines = numbers.map { "\($0.name)  \($0.count)" }
            let kept = keep.map { "\nThe record is kept in \($0): sightline serve --demo --database \($0)" } ?? ""
            return Output.write("On \(day.words) the record shows:\n\(lines.joined(separator: "\n"))\(kept)\n")
        }
        var json = JSONText()
        json.object { json in for number in numbers { json.field(number.name, number.count) } }
        Output.write(json.bytes + [UInt8(ascii: "\n")])
    }
}

/// The files of a story's record that is not to be kept.
private enum StoryFiles {
    static func remove(_ path: String) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(stem) {
            try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
    }
}
