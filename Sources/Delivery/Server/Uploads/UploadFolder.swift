import Foundation

/// Where uploaded files wait to be read: a folder only this program's user may look into.
package struct UploadFolder: Sendable {
    package let path: String

    /// Every file made here begins so, and nothing else does.
    static let prefix = "upload-"

    package init(path: String) {
        self.path = path
    }

    /// Makes the folder, and deletes what a stopped program left behind: it holds children's records.
    package func prepare() throws {
        let files = FileManager.default
        try files.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        for name in try files.contentsOfDirectory(atPath: path) where name.hasPrefix(UploadFolder.prefix) {
            try files.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// A new, empty folder only this program's user may look into; what is left of one is deleted with the rest.
    func newFolder() throws -> String {
        let name = HexText.encode((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        let folder = "\(path)/\(UploadFolder.prefix)\(name)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        return folder
    }

    /// A new, empty file with a name nobody can guess or choose.
    func newFile() throws(UploadFailure) -> GrowingFile {
        let name = HexText.encode((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        return try GrowingFile(path: "\(path)/\(UploadFolder.prefix)\(name)")
    }
}

/// A file somebody sent, whole, waiting to be read. Whoever takes it deletes it.
package struct UploadedFile: Sendable, Hashable {
    package let field: String
    package let name: FileName
    package let path: String
    package let size: Int

    package init(field: String, name: FileName, path: String, size: Int) {
        self.field = field
        self.name = name
        self.path = path
        self.size = size
    }

    package func delete() {
        unlink(path)
    }
}

/// The disk failing underneath an upload.
package enum UploadFailure: Error, Hashable, Sendable {
    case full
    case system(code: Int32)

    init(code: Int32) {
        self = code == ENOSPC || code == EDQUOT ? .full : .system(code: code)
    }
}
