import WorkingDays

/// Somebody of another agency who works with the child.
package struct Professional: EntryBody {
    package static var kind: RecordKind { .professional }

    package var agency: Agency
    /// "Health visitor", "class teacher".
    package var role: String
    package var name: String
    /// How they are reached.
    package var contact: String?
    package var from: Day?
    package var until: Day?

    package init(agency: Agency, role: String, name: String) {
        self.agency = agency
        self.role = role
        self.name = name
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<Professional>, into journey: inout Journey) {
        journey.casework.professionals.append(record)
    }
}
