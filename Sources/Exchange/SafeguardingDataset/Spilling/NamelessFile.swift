import FileFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file without a name: it is gone when it is closed, or when the program dies, so that nothing about a child is left
/// behind on a disk.
final class NamelessFile: Sendable {
    private let descriptor: Int32

    init(in folder: String) throws(FileFailure) {
        var name = Array((folder + "/sightline-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw FileFailure(.fileUnwritable, "No working file could be made (system error \(errno)).")
        }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
    }

    deinit { close(descriptor) }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        var written = 0
        while written < bytes.count {
            let result = write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if result >= 0 {
                written += result
            } else if errno != EINTR {
                throw FileFailure(.fileUnwritable, "A working file could not be written (system error \(errno)).")
            }
        }
    }

    func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileFailure) {
        var taken = 0
        while taken < bytes.count {
            let result = pread(
                descriptor, bytes.baseAddress.map { $0 + taken }, bytes.count - taken, off_t(offset + taken))
            if result > 0 {
                taken += result
            } else if result == 0 || errno != EINTR {
                throw FileFailure(.fileUnreadable, "A working file could not be read back (system error \(errno)).")
            }
        }
    }
}
