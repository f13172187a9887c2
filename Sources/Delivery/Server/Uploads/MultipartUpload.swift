import NIOCore
import NIOPosix

/// A form sent with files, read as it arrives: a file goes to the disk piece by piece and is never held in memory.
///
/// The form's token comes first, and is checked before one byte is kept, so that no other site can fill the disk.
package struct MultipartUpload: Sendable {
    let boundary: String
    let limits: UploadLimits
    let folder: UploadFolder
    let isGenuine: @Sendable (_ formToken: String) -> Bool

    /// Fails unless the content type is that of a form with files and names a boundary RFC 2046 allows.
    package init?(
        contentType: String, limits: UploadLimits, folder: UploadFolder,
        isGenuine: @escaping @Sendable (_ formToken: String) -> Bool
    ) {
        guard let boundary = MultipartUpload.boundary(in: contentType) else { return nil }
        self.boundary = boundary
        self.limits = limits
        self.folder = folder
        self.isGenuine = isGenuine
    }

    /// Reads all of it. When anything goes wrong, nothing stays on the disk.
    package func read<Body: AsyncSequence>(_ body: Body) async throws -> Upload where Body.Element == ByteBuffer {
        var scanner = MultipartScanner(boundary: boundary, limits: limits)
        var receiving = ReceivingUpload(self)
        var read = 0
        do {
            for try await piece in body {
                // NB: a body sent in chunks says no length beforehand.
                read += piece.readableBytes
                guard read <= limits.mostOfBody else { throw Refused.tooLarge(limit: limits.fileBytes) }
                piece.withUnsafeReadableBytes { scanner.append($0) }
                while let event = try scanner.next() { try await receiving.take(event) }
                // What follows the last boundary says nothing.
                if scanner.isAtEnd { return try receiving.finished() }
            }
            throw UploadUnreadable.cutShort
        } catch {
            receiving.deleteFiles()
            throw error
        }
    }

    static func boundary(in contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        guard let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") }) else {
            return nil
        }
        var boundary = parameter.dropFirst("boundary=".count)
        if boundary.count >= 2, boundary.first == "\"", boundary.last == "\"" {
            boundary = boundary.dropFirst().dropLast()
        }
        let isAllowed = boundary.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        return isAllowed && (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
    }
}

/// A form with files, whole.
package struct Upload: Sendable {
    package let fields: FormFields
    package let files: [UploadedFile]

    package init(fields: FormFields, files: [UploadedFile]) {
        self.fields = fields
        self.files = files
    }
}
