import Diagnostics
import FileFormats

/// A table read whole, for looking at.
struct Table {
    let reader: DelimitedTextReader
    private(set) var rows: [[String?]] = []
    private(set) var numbers: [Int] = []
    private(set) var raws: [String] = []
    var diagnostics: [Diagnostic] { log.diagnostics }
    var header: [String] { reader.header.names }
    private let log = DiagnosticLog()

    init(_ text: String, chunkSize: Int = 1 << 18, limits: DelimitedLimits = DelimitedLimits()) throws {
        try self.init(MemoryBytes(text), file: "t.csv", chunkSize: chunkSize, limits: limits)
    }

    init(fixture: String) throws {
        try self.init(FileBytes(path: FormatFixture.path(fixture)), file: fixture)
    }

    init(
        _ source: any ByteSource, file: String, chunkSize: Int = 1 << 18, limits: DelimitedLimits = DelimitedLimits()
    ) throws {
        let log = log
        reader = try DelimitedTextReader(source, file: file, limits: limits, chunkSize: chunkSize) {
            log.diagnostics.append($0)
        }
        try reader.forEachRow { row in
            rows.append((0..<row.count).map { row.text($0) })
            numbers.append(row.number)
            raws.append(String(decoding: row.raw, as: UTF8.self))
        }
    }
}

final class DiagnosticLog {
    var diagnostics: [Diagnostic] = []
}
