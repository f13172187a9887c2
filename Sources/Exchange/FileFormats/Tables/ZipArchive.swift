import CLibzip

/// An open zip file, and how much of it has been unpacked.
final class ZipArchive {
    let handle: OpaquePointer
    let limits: UnpackLimits
    private var unpackedBytes = 0

    struct Entry {
        let name: String
        let size: Int
        let index: UInt64
    }

    init(path: String, limits: UnpackLimits) throws(FileFailure) {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
            throw FileFailure(.zipUnreadable, "This is not a zip file that can be read (libzip error \(code)).")
        }
        self.handle = handle
        self.limits = limits
    }

    deinit { zip_discard(handle) }

    /// The files in the zip, in any of its folders. Their declared sizes are held to the limits.
    func entries() throws(FileFailure) -> [Entry] {
        let count = zip_get_num_entries(handle, 0)
        guard count <= limits.entries else {
            throw FileFailure(.zipTooLarge, "The zip holds more files than any dataset.")
        }
        var entries: [Entry] = []
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            let status = try status(index)
            guard let name = status.name.map({ String(cString: $0) }) else { continue }
            if name.hasSuffix("/") || name.hasSuffix("\\") { continue }
            let size = Int(clamping: status.size)
            total = total.addingReportingOverflow(size).overflow ? Int.max : total + size
            guard total <= limits.totalBytes else { throw ZipArchive.tooLarge }
            entries.append(Entry(name: name, size: size, index: index))
        }
        return entries
    }

    func status(_ index: UInt64) throws(FileFailure) -> zip_stat_t {
        var status = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &status) == 0 else { throw ZipArchive.damaged }
        return status
    }

    /// Counts what has really been unpacked, since a zip can lie about its sizes.
    func count(_ bytes: Int) throws(FileFailure) {
        unpackedBytes += bytes
        guard unpackedBytes <= limits.totalBytes else { throw ZipArchive.tooLarge }
    }

    static let tooLarge = FileFailure(
        .zipTooLarge, "The zip unpacks to more than any dataset: it may be made to attack the program.")
    static let damaged = FileFailure(.zipUnreadable, "The zip is damaged: a file in it cannot be unpacked.")
}
