import API
import ArgumentParser
import FileFormats
import Foundation

/// `sightline bench`: the hot paths, each beside its floor measured in the same run, and how cost grows with size.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure the hot paths beside their floors.")

    @Option(help: "Numbers of invented children to check, separated by commas.")
    var children = "2000,20000,100000"

    @Option(help: "How often each run is repeated; the quickest counts.")
    var runs = 3

    @Option(help: "Where to write the results as JSON.")
    var output: String?

    @Option(help: "A folder for the invented files.")
    var folder = FileManager.default.temporaryDirectory.appendingPathComponent("sightline-bench").path

    func run() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var results: [BenchResult] = []
        func add(_ result: BenchResult) {
            results.append(result)
            Output.write(result.line + "\n")
        }
        for size in children.split(separator: ",").compactMap({ Int($0) }) {
            try CensusBench(folder: folder, size: size, runs: runs).measure(add)
            try ExtractBench(folder: folder, size: size, runs: runs).measure(add)
        }
        if let output { try write(results, to: output) }
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
