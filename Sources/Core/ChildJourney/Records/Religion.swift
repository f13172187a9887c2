import WorkingDays

/// The child's religion from a day on, in the words of the child or the family.
package struct Religion: EntryBody {
    package static var kind: RecordKind { .religion }

    package var from: Day
    package var religion: String
    /// What it asks of those who work with the child: food, days, who may be in the room.
    package var minded: String?

    package init(from: Day, religion: String, minded: String? = nil) {
        self.from = from
        self.religion = religion
        self.minded = minded
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<Religion>, into journey: inout Journey) {
        journey.casework.religions.append(record)
    }
}
