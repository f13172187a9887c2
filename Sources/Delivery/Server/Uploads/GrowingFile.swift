#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file while it is being received. It is deleted unless it is kept.
final class GrowingFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// Made anew, for this program's user alone: never over a file that is there, never through a link.
    init(path: String) throws(UploadFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UploadFailure(code: errno) }
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws(UploadFailure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                throw UploadFailure(code: errno)
            }
        }
    }

    /// Returns when the bytes are on the disk, so that a load that was accepted is not lost with the power.
    func keep() throws(UploadFailure) {
        guard fsync(descriptor) == 0 else { throw UploadFailure(code: errno) }
    }

    func delete() {
        unlink(path)
    }
}
