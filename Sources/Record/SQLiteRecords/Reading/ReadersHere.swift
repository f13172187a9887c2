import Foundation
import GRDB
import RecordKeeping

/// Connections for what is read by the thread that asks, apart from those that are waited for.
///
/// A thread that asks for a connection here blocks until it has one. Were they shared with reads that wait for a thread,
/// every thread could be blocked by reads that wait for one: then nothing would ever be answered again. Here a connection
/// is only ever held by a thread that runs, so one comes free whatever else waits.
final class ReadersHere: Sendable {
    private let pool: DatabasePool

    /// The database is there and migrated already.
    init(path: String) throws {
        var configuration = SQLiteStore.configuration
        configuration.readonly = true
        // At least as many as threads that can ask: Swift's own, one a core, and those of the server's loops.
        configuration.maximumReaderCount = max(8, 4 * ProcessInfo.processInfo.activeProcessorCount)
        // A few rows found by their keys: a small cache is enough for each.
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA cache_size = -8192") }
        pool = try DatabasePool(path: path, configuration: configuration)
    }

    func close() throws { try pool.close() }

    /// One consistent view of the database, read where it is asked for.
    func read<Value>(_ work: (Database) throws -> Value) throws(StoreFailure) -> Value {
        do {
            return try pool.read(work)
        } catch {
            throw StoreFailure(error)
        }
    }
}
