import API
import ArgumentParser
import Casework
import FileFormats
import Foundation
import Simulation
import Synchronization

/// `sightline bench`: the hot paths, each beside its floor measured in the same run, and how cost grows with size.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure the hot paths beside their floors.")

    @Option(help: "Numbers of invented children to check from a census, separated by commas.")
    var children = "2000,20000,100000,1000000"

    @Option(help: "Numbers of invented children to check from an extract.")
    var extractChildren = "2000,20000,1000000"

    @Option(help: "Numbers of invented children in a record whose pages are measured.")
    var recordChildren = "5000,10000,500000"

    @Option(help: "Numbers of invented people among whom children with a planted error are looked for.")
    var matchingPeople = "10000"

    @Option(help: "Numbers of children in a frame that 10,000 files are drawn from.")
    var frameChildren = "5000,50000,500000"

    @Option(help: "Numbers of children in a look-back over every file, separated by commas.")
    var lookBackChildren = "5000"

    @Option(help: "How often each run is repeated; the quickest counts.")
    var runs = 3

    @Option(help: "Where to write the results as JSON.")
    var output: String?

    @Option(help: "A folder for the invented files.")
    var folder = FileManager.default.temporaryDirectory.appendingPathComponent("sightline-bench").path

    /// Of the invented people among whom matches are measured.
    private static let seed: UInt64 = 20_261_122

    @OptionGroup var data: DataOptions

    func run() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let results = Mutex<[BenchResult]>([])
        let add: @Sendable (BenchResult) -> Void = { result in
            results.withLock { $0.append(result) }
            Output.write(result.line + "\n")
        }
        for size in try sizes(children) { try CensusBench(folder: folder, size: size, runs: runs).measure(add) }
        for size in try sizes(extractChildren) {
            try ExtractBench(folder: folder, size: size, runs: runs).measure(add)
        }
        for size in try sizes(frameChildren) { try DrawingBench(size: size, runs: runs).measure(add) }
        let read = try data.standards()
        let standards = try data.shipped(read)
        for size in try sizes(recordChildren) {
            try await StoreBench(folder: folder, size: size, standards: standards).measure(add)
        }
        for size in try sizes(lookBackChildren) {
            try await AssuranceBench(
                folder: folder, size: size, runs: runs, standards: standards, frameworks: read.frameworks,
                lists: read.annexA
            ).measure(add)
        }
        for size in try sizes(matchingPeople) {
            guard let day = SimulateCommand.referenceDay else { throw ExitCode(2) }
            let council = SimulatedCouncil(
                seed: Self.seed, children: size, referenceDay: day, calendar: read.calendar, limits: read.limits)
            try await MatchingBench(
                folder: folder, size: size, seed: Self.seed, standards: standards, council: council
            ).measure(add)
        }
        if let output { try write(results.withLock { $0 }, to: output) }
    }

    /// Empty for none.
    private func sizes(_ text: String) throws -> [Int] {
        try text.split(separator: ",").map { word in
            guard let size = Int(word), size > 0 else { throw ValidationError("Sizes are numbers, with commas.") }
            return size
        }
    }

    private func write(_ results: [BenchResult], to path: String) throws {
        var json = JSONText()
        json.object { json in
            json.field("processors", ProcessInfo.processInfo.activeProcessorCount)
            json.key("results")
            json.array(results) { $1.write(to: &$0) }
        }
        let file = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(json.bytes + [UInt8(ascii: "\n")]).write(to: file)
    }
}

/// `sightline floor`: a bare libxml2 parse of a file, in a process of its own; what `bench` divides by.
struct FloorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor", abstract: "Parse an XML file with callbacks that do nothing.", shouldDisplay: false)

    @Argument var file: String

    func run() throws {
        _ = try BareXMLParse.run(path: file)
    }
}

/// `sightline floor-tables`: every row of every table of a folder found and thrown away.
struct FloorTablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "floor-tables", abstract: "Scan a folder of tables and keep nothing.", shouldDisplay: false)

    @Argument var folder: String

    func run() throws {
        let tables = try TableFolder(path: folder) { _ in }
        for table in tables.tables {
            let reader = try DelimitedTextReader(tables.open(table), file: table.file) { _ in }
            try reader.forEachRow { _ in }
        }
    }
}
