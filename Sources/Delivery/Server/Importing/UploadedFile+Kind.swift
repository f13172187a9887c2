import Foundation

extension UploadedFile {
    /// Whether it is a zip, by its first bytes: a name says whatever somebody typed.
    package var isZip: Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let first = try? file.read(upToCount: 4)
        return first.map { Array($0) == [0x50, 0x4B, 3, 4] || Array($0) == [0x50, 0x4B, 5, 6] } ?? false
    }
}
