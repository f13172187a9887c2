import WorkingDays

/// Nothing of a record may be destroyed while this stands: for one child, or for every record of the council.
///
/// It stands until somebody else than whoever put it on ends it; no day ends it by itself.
package struct LegalHold: EntryBody {
    package static var kind: RecordKind { .legalHold }

    package var on: Day
    package var why: String
    /// By whose word: "Order of the Invented County Court", "Inquiry's letter of 3 Mar 2026".
    package var authority: String
    /// The user who put it on.
    package var by: String?
    package var endedOn: Day?
    package var endedWhy: String?
    package var endedBy: String?

    package init(on: Day, why: String, authority: String, by: String? = nil) {
        self.on = on
        self.why = why
        self.authority = authority
        self.by = by
    }

    package var happenedOn: Day? { on }
    package var stands: Bool { endedOn == nil }

    package static func fold(_ record: Recorded<LegalHold>, into journey: inout Journey) {
        journey.casework.legalHolds.append(record)
    }
}
