import WorkingDays

/// An address, school, telephone, doctor or placement that named people must not learn.
///
/// It stands until somebody else ends it: a day by which it is looked at again lifts nothing.
package struct WithheldFact: EntryBody {
    package static var kind: RecordKind { .withheldFact }

    package var facts: [PrivateFact]
    /// Who must not learn it, as people know them: "John Invented, her father".
    package var from: [String]
    package var why: String
    /// What ended before this day is known to them already, and is not hidden.
    package var since: Day
    package var on: Day
    /// The user who recorded it.
    package var by: String?
    package var reviewBy: Day?
    package var endedOn: Day?
    package var endedWhy: String?
    package var endedBy: String?

    package init(facts: [PrivateFact], from: [String], why: String, since: Day, on: Day, by: String? = nil) {
        self.facts = facts
        self.from = from
        self.why = why
        self.since = since
        self.on = on
        self.by = by
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<WithheldFact>, into journey: inout Journey) {
        journey.casework.withheldFacts.append(record)
    }
}
