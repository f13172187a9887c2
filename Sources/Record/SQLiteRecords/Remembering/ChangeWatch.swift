import GRDB
import GRDBSQLite
import Synchronization

/// Tells whether anything in a database has changed, by whatever program: asked before every answer that is remembered.
///
/// It keeps a connection that never writes. SQLite's `data_version` of such a connection is another number after every
/// commit of any other. Source: https://www.sqlite.org/pragma.html#pragma_data_version
///
/// Unchecked, because SQLite's handles are plain pointers: both are touched under the lock only.
final class ChangeWatch: @unchecked Sendable {
    private let lock = Mutex(())
    private let connection: OpaquePointer
    private let statement: OpaquePointer

    init(path: String) throws {
        var opened: OpaquePointer?
        var made: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
        var code = sqlite3_open_v2(path, &opened, flags, nil)
        if code == SQLITE_OK { code = sqlite3_prepare_v2(opened, "PRAGMA data_version", -1, &made, nil) }
        guard code == SQLITE_OK, let opened, let made else {
            sqlite3_close_v2(opened)
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        sqlite3_busy_timeout(opened, 10_000)
        (connection, statement) = (opened, made)
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close_v2(connection)
    }

    /// Another number after every change. Throws where the database cannot be read: then nothing may be remembered.
    func stamp() throws -> Int64 {
        try lock.withLock { _ in
            defer { sqlite3_reset(statement) }
            let code = sqlite3_step(statement)
            guard code == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
            return sqlite3_column_int64(statement, 0)
        }
    }
}
