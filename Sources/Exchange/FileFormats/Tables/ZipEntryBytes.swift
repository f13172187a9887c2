import CLibzip

/// The unpacked bytes of one file in a zip.
final class ZipEntryBytes: ByteSource {
    private let archive: ZipArchive
    private let entry: OpaquePointer
    private let packedBytes: Int
    private var unpackedBytes = 0

    init(_ archive: ZipArchive, index: UInt64) throws(FileFailure) {
        let status = try archive.status(index)
        guard status.encryption_method == ZIP_EM_NONE else {
            throw FileFailure(.zipUnreadable, "The zip is protected by a password.")
        }
        guard let entry = zip_fopen_index(archive.handle, index, 0) else { throw ZipArchive.damaged }
        self.archive = archive
        self.entry = entry
        packedBytes = Int(clamping: status.comp_size)
    }

    deinit { zip_fclose(entry) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
        let count = Int(zip_fread(entry, buffer.baseAddress, UInt64(buffer.count)))
        guard count >= 0 else { throw ZipArchive.damaged }
        try archive.count(count)
        unpackedBytes += count
        if unpackedBytes > archive.limits.ratioAppliesFrom, unpackedBytes / max(packedBytes, 1) > archive.limits.ratio {
            throw ZipArchive.tooLarge
        }
        return count
    }
}
