import Foundation

/// What lies in a folder of a test.
enum FileNames {
    static func inFolder(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path)
    }
}
