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
            let story = type.init(store: store, standards: try data.storyStandards(standards))
            try await story.play()
            print(try await story.numbers(), on: type.referenceDay)
            try store.close()
        } catch let failure as StoreFailure {
            throw Refused(failure.words)
        }
    }

    private func print(_ numbers: [(name: String, value: StoryValue)], on day: Day) {
        guard format == .json else {
            let lines = numbers.map { "\($0.name)  \($0.value.words)" }
            let kept = keep.map { "\nThe record is kept in \($0): sightline serve --demo --database \($0)" } ?? ""
            return Output.write("On \(day.words) the record shows:\n\(lines.joined(separator: "\n"))\(kept)\n")
        }
        var json = JSONText()
        json.value(.group(numbers))
        Output.write(json.bytes + [UInt8(ascii: "\n")])
    }
}

extension DataOptions {
    fileprivate func storyStandards(_ standards: Casework.Standards) throws -> StoryStandards {
        StoryStandards(calendar: standards.calendar, frameworks: standards.frameworks)
    }
}

extension StoryValue {
    fileprivate var words: String {
        switch self {
        case .count(let count): String(count)
        case .text(let text): text
        case .list(let words): words.joined(separator: ", ")
        case .group(let parts): parts.map { "\($0.name) \($0.value.words)" }.joined(separator: ", ")
        }
    }
}

extension JSONText {
    fileprivate mutating func value(_ value: StoryValue) {
        switch value {
        case .count(let count): number(count)
        case .text(let words): text(words)
        case .list(let words): array(words) { $0.text($1) }
        case .group(let parts):
            object { json in
                for part in parts {
                    json.key(part.name)
                    json.value(part.value)
                }
            }
        }
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
