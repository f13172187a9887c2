/// The outside world failing underneath the store. Says what, and never about whom.
package enum StoreFailure: Error, Hashable, Sendable {
    case full
    case busy
    case readOnly
    case notADatabase
    /// Made by a later release of the program.
    case newerThanProgram
    /// An entry's text that this release cannot read.
    case unreadable(StoredBody.Unreadable)
    /// A stored value that is not what the program writes.
    case damaged(table: String)
    case notFound
    /// An `Access` for something else was handed in.
    case accessMismatch
    case stopped
    /// A legal hold stands: nothing of it may be erased.
    case onHold
    /// Anything else the database says, by its code.
    case database(code: Int)
}
