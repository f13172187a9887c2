import ChildJourney

/// How a subject in a file differs from what its source said before.
package struct RowChanges: Sendable {
    package enum Change: Sendable {
        /// The key was never seen, or had been withdrawn; then `after` is the entry that last held it.
        case added(after: Int64?)
        /// A new value for a known key: the entry it corrects.
        case changed(from: Int64)
        case unchanged
        case erasedBefore
    }

    /// One for each row of the file, in its order.
    package let changes: [Change]
    /// Known and present before, and not in the file. Whether they are withdrawn depends on its cover.
    package let missing: [KnownRows.Row]

    package init(known: KnownRows, found: PreparedSubject) {
        var byKey = Dictionary(known.rows.map { ($0.key, $0) }, uniquingKeysWith: { _, later in later })
        changes = found.rows.map { row in
            guard let before = byKey.removeValue(forKey: row.key) else { return .added(after: nil) }
            return switch before.state {
            case .erased: .erasedBefore
            case .withdrawn: .added(after: before.sequence)
            case .present: before.digest == row.digest ? .unchanged : .changed(from: before.sequence)
            }
        }
        missing = known.rows.filter { $0.state == .present && byKey[$0.key] != nil }
    }
}
