#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that lie directly in a folder.
enum FolderListing {
    struct File {
        let name: String
        let path: String
        let size: Int
    }

    static func isFolder(_ path: String) throws(FileFailure) -> Bool {
        guard let status = status(path) else {
            throw FileFailure(.fileNotFound, "There is no file or folder at the path given.")
        }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    static func files(in folder: String) throws(FileFailure) -> [File] {
        guard let listing = opendir(folder) else {
            throw FileFailure(.fileUnreadable, "The folder could not be opened (system error \(errno)).")
        }
        defer { closedir(listing) }
        var files: [File] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = folder + "/" + name
            guard let status = status(path), status.st_mode & S_IFMT == S_IFREG else { continue }
            files.append(File(name: name, path: path, size: Int(status.st_size)))
        }
        return files
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
