/// One table's file in a folder or zip.
package struct TableFile: Hashable, Sendable {
    /// The file's name without folders or extension, in lower case: `ssd_person`.
    package let name: String
    /// The file's name without folders, for diagnostics.
    package let file: String
    /// Bytes when unpacked, as far as is told beforehand.
    package let size: Int
    let place: Place

    enum Place: Hashable, Sendable {
        case path(String)
        case entry(UInt64)
    }

    /// Nil when the name is not that of a table. Both slashes part folders: some zips are made on Windows.
    init?(path: String, size: Int, place: Place) {
        let file = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return nil }
        guard ["csv", "txt", "tsv"].contains(file[file.index(after: dot)...].lowercased()) else { return nil }
        name = file[..<dot].lowercased()
        self.file = file
        self.size = size
        self.place = place
    }

    /// What systems add by themselves, which nobody misses: hidden files and what macOS puts into zips.
    static func isHidden(_ path: String) -> Bool {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains { part in
            part == "__MACOSX" || (part.hasPrefix(".") && part != "." && part != "..")
        }
    }
}
