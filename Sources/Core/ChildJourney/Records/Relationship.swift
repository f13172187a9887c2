import WorkingDays

/// A tie to another person.
package struct Relationship: EntryBody {
    package static var kind: RecordKind { .relationship }

    /// The other person's id in the same source.
    package var other: String
    /// mother, father, sibling ...
    package var kind: String
    package var from: Day?
    package var until: Day?

    package init(other: String, kind: String, from: Day? = nil, until: Day? = nil) {
        self.other = other
        self.kind = kind
        self.from = from
        self.until = until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<Relationship>, into journey: inout Journey) {
        journey.relationships.append(record)
    }
}
