import Duties
import Foundation
import Standards
import WorkingDays

/// What the program ships with: the files under Data, read once.
enum Shipped {
    static let root = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
        .appendingPathComponent("../../..").standardizedFileURL

    static let folder = StandardsFolder(path: root.appendingPathComponent("Data").path)

    static let calendar = load { () throws(StandardsFailure) in try folder.calendar() }
    static let standards = load { () throws(StandardsFailure) in try folder.standards() }
    static let limits = Limits(standards)

    /// The cells of a fixture under Tests/Fixtures, without its header.
    static func fixture(_ path: String) throws -> [[Substring]] {
        let file = root.appendingPathComponent("Tests/Fixtures/\(path)")
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
    }

    private static func load<Value>(_ read: () throws(StandardsFailure) -> Value) -> Value {
        do { return try read() } catch { preconditionFailure("\(error)") }
    }
}
