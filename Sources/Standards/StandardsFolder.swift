import Concerns
import Duties
import Foundation
import WorkingDays
import Yams

/// The folder of standards the program ships with. Everything else receives what it reads as values.
package struct StandardsFolder: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The folder named, else the one beside the program, else the one in the source tree the program was built in.
    package static func find(_ named: String?, program: String) throws(StandardsFailure) -> StandardsFolder {
        let beside = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [
            beside.appendingPathComponent("Data").path, beside.appendingPathComponent("../share/sightline").path,
        ]
        var folder = beside
        for _ in 0..<4 {
            folder = folder.deletingLastPathComponent()
            candidates.append(folder.appendingPathComponent("Data").path)
        }
        if let named { candidates = [named] }
        for candidate in candidates
        where FileManager.default.fileExists(atPath: candidate + "/timescales.yaml") {
            return StandardsFolder(path: URL(fileURLWithPath: candidate).standardizedFileURL.path)
        }
        throw .notFound(named ?? "Data")
    }

    /// The files that decide what is a concern.
    package static let ruleFiles = [
        "bank-holidays-england-and-wales.csv", "timescales.yaml", "local-limits.yaml", "concerns.tsv",
        "code-sets/cin.tsv", "retention-schedule.yaml",
    ]

    package func text(_ file: String) throws(StandardsFailure) -> String {
        guard let text = try? String(contentsOfFile: path + "/" + file, encoding: .utf8) else {
            throw .unreadable(file: file, line: 0, because: "it cannot be opened as UTF-8 text")
        }
        return text
    }

    /// The rows of a tab- or comma-separated file without its header. No shipped table quotes a cell.
    func rows(_ file: String, separator: Character, columns: Int) throws(StandardsFailure) -> [[Substring]] {
        var rows: [[Substring]] = []
        for (index, line) in try text(file).split(whereSeparator: \.isNewline).enumerated().dropFirst() {
            let cells = line.split(separator: separator, omittingEmptySubsequences: false)
            guard cells.count >= columns else {
                throw .unreadable(file: file, line: index + 1, because: "it has \(cells.count) columns, not \(columns)")
            }
            rows.append(cells)
        }
        return rows
    }
}

/// A shipped file that is missing or wrong: the program does not start on standards it cannot trust.
package enum StandardsFailure: Error, Hashable, CustomStringConvertible {
    case notFound(String)
    case unreadable(file: String, line: Int, because: String)

    package var description: String {
        switch self {
        case .notFound(let folder): "There is no folder of standards at \(folder). Name it with --data."
        case .unreadable(let file, let line, let because): "\(file), line \(line): \(because)."
        }
    }
}
