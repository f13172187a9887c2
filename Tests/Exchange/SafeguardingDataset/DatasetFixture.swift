import ChildJourney
import Foundation
import SafeguardingDataset
import WorkingDays

/// The small extracts under Tests/Fixtures/ssd, named by verdict, and others made for one test.
enum DatasetFixture {
    static func path(_ name: String) -> String { root + "/Tests/Fixtures/ssd/" + name }

    /// Every table and column of the dataset, as it is published.
    static var columnsPath: String { root + "/Data/safeguarding-dataset/tables.tsv" }

    private static var root: String {
        "/" + "\(#filePath)".split(separator: "/").dropLast(4).joined(separator: "/")
    }

    @Sendable static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    static func extract(_ name: String) throws -> DatasetExtract { try DatasetExtract(path: path(name)) }

    /// A folder of its own for one test, gone afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = NSTemporaryDirectory() + "ssd-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// Reads tables given as text, by their names.
    static func extract(_ tables: [String: String]) throws -> DatasetExtract {
        try withFolder { folder in
            for (name, text) in tables {
                try write(Array(text.utf8), to: "\(folder)/\(name).csv")
            }
            return try DatasetExtract(path: folder)
        }
    }
}

extension DatasetExtract {
    var persons: [ImportedPerson] {
        get throws {
            var found: [ImportedPerson] = []
            try forEachPerson { found.append($0) }
            return found
        }
    }

    func journey(of id: String) throws -> Journey? { try persons.first { $0.id == id }?.journey }

    var unreadableRows: [UnreadableRow] {
        get throws {
            var found: [UnreadableRow] = []
            try forEachUnreadableRow { found.append($0) }
            return found
        }
    }
}
