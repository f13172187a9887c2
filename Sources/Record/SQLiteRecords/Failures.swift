import GRDB
import RecordKeeping

extension StoreFailure {
    /// What an error from the database or from reading its rows is to the rest of the program.
    init(_ error: any Error) {
        switch error {
        case let failure as StoreFailure: self = failure
        case let unreadable as StoredBody.Unreadable: self = .unreadable(unreadable)
        case is CancellationError: self = .stopped
        case let error as DatabaseError: self = StoreFailure(code: error.resultCode)
        default: self = .database(code: -1)
        }
    }

    private init(code: ResultCode) {
        switch code {
        case .SQLITE_FULL: self = .full
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .readOnly
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase
        default: self = .database(code: Int(code.rawValue))
        }
    }
}
