/// How much one upload may hold.
package struct UploadLimits: Sendable {
    /// Of one file, in bytes.
    package var fileBytes: Int
    package var files: Int
    /// Of a field that is no file, in bytes.
    package var fieldBytes: Int
    package var fields: Int
    package var headerBytes: Int

    package init(
        fileBytes: Int = 1 << 30, files: Int = 1, fieldBytes: Int = 4096, fields: Int = 20, headerBytes: Int = 8192
    ) {
        self.fileBytes = fileBytes
        self.files = files
        self.fieldBytes = fieldBytes
        self.fields = fields
        self.headerBytes = headerBytes
    }

    /// Of a whole body: the files, and room for the other fields and for the boundaries.
    var mostOfBody: Int { fileBytes * files + 256 * 1024 }

    /// A document on a child's record (L): 25 MB, which a scanned bundle of some hundred pages seldom passes.
    package static let document = UploadLimits(fileBytes: 25_000_000)
}
