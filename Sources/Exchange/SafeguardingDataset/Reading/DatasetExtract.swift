import ChildJourney
import Diagnostics
import FileFormats
import Synchronization
import WorkingDays

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A Standard Safeguarding Dataset extract that has been read: what it holds, what is wrong with it, and its children.
///
/// Tables are read once each and their rows parted by child; children are then put together one partition at a time,
/// so that memory stays flat however many there are.
package final class DatasetExtract: Sendable {
    /// The folder's or zip's name without its own folders.
    package let name: String
    package let contents: DatasetContents
    package let workforce: Workforce

    let store: SpillStore
    private let results: [TableReading.Result]
    private let folderDiagnostics: [Diagnostic]
    private let assembling = Mutex<[Int: [TableDiagnostics]]>([:])

    /// `workFolder` is where rows of an extract too large for memory wait, in files that have no name.
    package init(
        path: String, workFolder: String = DatasetExtract.usualWorkFolder, workerCount: Int = 2,
        memoryLimit: Int = 256 << 20
    ) throws(DatasetFailure) {
        var told: [Diagnostic] = []
        let folder = try Self.open(path) { told.append($0) }
        let found = DatasetFiles(folder, report: { told.append($0) })
        guard !found.tables.isEmpty else { throw .noKnownTable }
        name = folder.name
        store = SpillStore(
            size: found.tables.values.reduce(0) { $0 + $1.size }, folder: workFolder, memoryLimit: memoryLimit)
        let outcome = try DatasetReading(
            path: path, store: store, workFolder: workFolder, workerCount: workerCount
        ).run(found.tables)
        guard outcome.results.contains(where: { $0.isWhole || $0.rowCount > 0 }) else { throw .noUsableTable }
        results = outcome.results
        workforce = outcome.workforce
        contents = DatasetContents(outcome.results, filesNotRead: found.notRead)
        folderDiagnostics = told
    }

    private static func open(_ path: String, report: (Diagnostic) -> Void) throws(DatasetFailure) -> TableFolder {
        do {
            return try TableFolder(path: path, report: report)
        } catch {
            throw .unreadable(error)
        }
    }

    package static var usualWorkFolder: String {
        getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
    }

    package func cover(until day: Day) -> Cover { contents.cover(until: day) }

    /// What is wrong, in the order of the tables; what is only seen when a child is put together follows once that
    /// child's partition has been. The first thousand places of each kind in each column.
    package var diagnostics: [Diagnostic] {
        let found = assembling.withLock { $0.sorted { $0.key < $1.key }.flatMap(\.value) }
        return folderDiagnostics + results.flatMap(\.diagnostics.list) + found.flatMap(\.list)
    }

    /// How many there are of each kind in all, told and untold.
    package var diagnosticCounts: [String: Int] {
        var counts: [String: Int] = [:]
        for diagnostic in folderDiagnostics { counts[diagnostic.code, default: 0] += 1 }
        for table in results { counts.merge(table.diagnostics.counts, uniquingKeysWith: +) }
        for table in assembling.withLock({ $0.values.flatMap { $0 } }) {
            counts.merge(table.counts, uniquingKeysWith: +)
        }
        return counts
    }

    /// Every row that cannot be used, as it was, in the order of the tables and their rows.
    package func forEachUnreadableRow(_ body: (UnreadableRow) throws -> Void) throws {
        for result in results { try result.unreadable.forEach(body) }
    }

    /// Children may be gone through more than once: a partition's diagnostics replace those of the time before.
    func note(_ diagnostics: [TableDiagnostics], partition: Int) {
        assembling.withLock { $0[partition] = diagnostics }
    }

    /// The file of each table, by its number.
    var files: [String] {
        var files = DatasetTables.layouts.map { "ssd_\($0.name).csv" }
        for result in results { files[result.number] = result.file }
        return files
    }

    var hasPersons: Bool { results.contains { $0.number == DatasetTables.personNumber && $0.usedRowCount > 0 } }
}
