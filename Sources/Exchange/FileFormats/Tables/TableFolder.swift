import Diagnostics

/// The tables of a dataset: a folder, or a zip, of one file of delimited text each.
///
/// A zip is read as it lies and never written out, so the names in it can do no harm.
package final class TableFolder {
    /// In order of name.
    package let tables: [TableFile]
    /// The folder's or zip's name without its own folders.
    package let name: String
    private let zip: ZipArchive?

    package init(
        path: String, limits: UnpackLimits = UnpackLimits(), report: (Diagnostic) -> Void
    ) throws(FileFailure) {
        name = path.split(separator: "/").last.map(String.init) ?? path
        var found: [(path: String, size: Int, place: TableFile.Place)]
        if try FolderListing.isFolder(path) {
            zip = nil
            found = try FolderListing.files(in: path).map { ($0.name, $0.size, .path($0.path)) }
        } else {
            let archive = try ZipArchive(path: path, limits: limits)
            zip = archive
            found = try archive.entries().map { ($0.name, $0.size, .entry($0.index)) }
        }
        found.sort { $0.path < $1.path }
        tables = TableFolder.tables(found, report: report)
    }

    /// The table of this name, whatever its case.
    package func table(named name: String) -> TableFile? {
        tables.first { $0.name == name.lowercased() }
    }

    /// The table's bytes. Of a zip, read one table to its end before opening the next.
    package func open(_ table: TableFile) throws(FileFailure) -> any ByteSource {
        switch table.place {
        case .path(let path): return try FileBytes(path: path)
        case .entry(let index):
            guard let zip else { preconditionFailure("The table belongs to another folder.") }
            return try ZipEntryBytes(zip, index: index)
        }
    }

    private static func tables(
        _ found: [(path: String, size: Int, place: TableFile.Place)], report: (Diagnostic) -> Void
    ) -> [TableFile] {
        var tables: [String: TableFile] = [:]
        for item in found where !TableFile.isHidden(item.path) {
            guard let table = TableFile(path: item.path, size: item.size, place: item.place) else {
                let message = "This file is not a CSV file and is not read."
                let place = SourceLocation(file: fileName(item.path))
                report(Diagnostic(.warning, "file-not-a-table", message, at: place))
                continue
            }
            if tables[table.name] == nil {
                tables[table.name] = table
            } else {
                let message = "Another file holds the same table: this one is not read."
                report(Diagnostic(.error, "table-repeated", message, at: SourceLocation(file: table.file)))
            }
        }
        return tables.values.sorted { $0.name < $1.name }
    }

    private static func fileName(_ path: String) -> String {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
    }
}
