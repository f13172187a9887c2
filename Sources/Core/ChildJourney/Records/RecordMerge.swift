import WorkingDays

/// Two records are of one child: somebody proposed it, and somebody else confirmed it. An entry says so on each of them;
/// neither is changed. While it stands, the other's entries are read with those of the record that is kept.
package struct RecordMerge: EntryBody {
    package static var kind: RecordKind { .recordMerge }

    /// The other record, by its id in its source.
    package var other: String
    /// Whether this is the record that is kept.
    package var isKept: Bool
    package var why: String
    package var on: Day
    /// The user who proposed it.
    package var by: String?
    package var confirmedAt: Moment?
    package var confirmedBy: String?
    package var refusedOn: Day?
    package var refusedBy: String?
    package var refusedWhy: String?
    package var undoneAt: Moment?
    package var undoneBy: String?
    package var undoneWhy: String?

    package init(other: String, isKept: Bool, why: String, on: Day, by: String? = nil) {
        self.other = other
        self.isKept = isKept
        self.why = why
        self.on = on
        self.by = by
    }

    package var happenedOn: Day? { on }

    package var isProposed: Bool { confirmedAt == nil && refusedOn == nil }
    package var stands: Bool { confirmedAt != nil && undoneAt == nil }

    package static func fold(_ record: Recorded<RecordMerge>, into journey: inout Journey) {
        journey.casework.merges.append(record)
    }
}
