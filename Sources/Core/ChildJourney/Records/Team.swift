import WorkingDays

/// A team and the team above it.
package struct Team: EntryBody {
    package static var kind: RecordKind { .team }

    package var name: String?
    package var parent: String?

    package init(name: String? = nil, parent: String? = nil) {
        self.name = name
        self.parent = parent
    }

    package var happenedOn: Day? { nil }

    /// Teams are subjects of their own: they stand in the workforce, not in a child's journey.
    package static func fold(_ record: Recorded<Team>, into journey: inout Journey) {}
}
