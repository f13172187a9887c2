import WorkingDays

/// The family was offered early help and declined it: by whom, to whom, and why, in their words.
package struct EarlyHelpDeclined: EntryBody {
    package static var kind: RecordKind { .earlyHelpDeclined }

    package var on: Day
    /// "Jane Invented, mother".
    package var by: String
    /// What was offered, and by whom.
    package var offered: String
    package var why: String?

    package init(on: Day, by: String, offered: String, why: String? = nil) {
        self.on = on
        self.by = by
        self.offered = offered
        self.why = why
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<EarlyHelpDeclined>, into journey: inout Journey) {
        journey.casework.earlyHelpDeclined.append(record)
    }
}
