/// What became of entries handed to the store.
package enum Appended: Hashable, Sendable {
    /// Recorded, with these numbers; an entry that had been recorded before with the same id and text keeps its number.
    case recorded([Int64])
    /// Nothing was recorded: `entry` (counted from 0) corrects something that has been changed since, by the entry with
    /// the number `by`.
    case changedSince(entry: Int, by: Int64)
}
