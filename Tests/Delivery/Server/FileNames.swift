import Foundation

/// What lies in a folder of a test.
enum FileNames {
    static func inFolder(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path)
    }

    /// The beginning of a name that no other test uses.
    static func temporary() -> String {
        URL(filePath: NSTemporaryDirectory()).appending(path: "sightline-\(UUID().uuidString)").path
    }

    static func exist(startingWith path: String) throws -> Bool {
        let url = URL(filePath: path)
        return try inFolder(url.deletingLastPathComponent().path).contains { $0.hasPrefix(url.lastPathComponent) }
    }

    static func touch(_ path: String) throws { try Data().write(to: URL(filePath: path)) }

    static func size(_ path: String) throws -> Int { try Data(contentsOf: URL(filePath: path)).count }
}
