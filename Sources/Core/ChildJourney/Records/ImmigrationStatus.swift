import WorkingDays

/// The child's immigration status for a time, as the Standard Safeguarding Dataset words it.
package struct ImmigrationStatus: EntryBody {
    package static var kind: RecordKind { .immigrationStatus }

    /// "Unaccompanied Asylum Seeking Child": code set `immigration_status` of that dataset, or what a file says.
    package var status: String
    /// Nil where a file does not say.
    package var from: Day?
    package var until: Day?

    package init(status: String, from: Day? = nil, until: Day? = nil) {
        self.status = status
        self.from = from
        self.until = until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<ImmigrationStatus>, into journey: inout Journey) {
        journey.casework.immigrationStatuses.append(record)
    }
}
