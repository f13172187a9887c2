import CLibzip

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes a ZIP archive in memory: the same parts give the same bytes.
package enum ZipWriting {
    private static let failed = FileFailure(.fileUnwritable, "The archive could not be made.")
    /// 1 January 1980, the first day a ZIP archive can tell.
    private static let noTime: time_t = 315_532_800

    package static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws(FileFailure) -> [UInt8] {
        var problem = zip_error_t()
        guard let whole = zip_source_buffer_create(nil, 0, 0, &problem) else { throw failed }
        defer { zip_source_free(whole) }
        // NB: the archive frees it when it closes; what was written is still to be read.
        zip_source_keep(whole)
        guard let archive = zip_open_from_source(whole, ZIP_TRUNCATE, &problem) else {
            zip_source_free(whole)
            throw failed
        }
        for part in parts {
            guard add(part, to: archive) else {
                zip_discard(archive)
                throw failed
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw failed
        }
        return try read(whole)
    }

    private static func add(_ part: (name: String, bytes: [UInt8]), to archive: OpaquePointer) -> Bool {
        // NB: read when the archive closes, and freed with it.
        guard let copy = malloc(max(part.bytes.count, 1)) else { return false }
        part.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1) else {
            free(copy)
            return false
        }
        let place = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
            zip_source_free(source)
            return false
        }
        return zip_file_set_mtime(archive, UInt64(place), noTime, 0) == 0
    }

    private static func read(_ whole: OpaquePointer) throws(FileFailure) -> [UInt8] {
        guard zip_source_open(whole) == 0 else { throw failed }
        defer { zip_source_close(whole) }
        guard zip_source_seek(whole, 0, SEEK_END) == 0 else { throw failed }
        let count = zip_source_tell(whole)
        guard count > 0, zip_source_seek(whole, 0, SEEK_SET) == 0 else { throw failed }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let taken = bytes.withUnsafeMutableBytes { zip_source_read(whole, $0.baseAddress, UInt64(count)) }
        guard taken == count else { throw failed }
        return bytes
    }
}
