import WorkingDays

/// The legal ground on which a child is in care, by national code.
package struct LegalStatus: EntryBody {
    package static var kind: RecordKind { .legalStatus }

    package var code: String
    package var from: Day
    package var until: Day?

    package init(code: String, from: Day, until: Day? = nil) {
        self.code = code
        self.from = from
        self.until = until
    }

    package var happenedOn: Day? { from }

    package static func fold(_ record: Recorded<LegalStatus>, into journey: inout Journey) {
        journey.legalStatuses.append(record)
    }
}
