import WorkingDays

/// A disability, by national code.
package struct Disability: EntryBody {
    package static var kind: RecordKind { .disability }

    package var code: String

    package init(code: String) {
        self.code = code
    }

    package var happenedOn: Day? { nil }

    package static func fold(_ record: Recorded<Disability>, into journey: inout Journey) {
        journey.disabilities.append(record)
    }
}
