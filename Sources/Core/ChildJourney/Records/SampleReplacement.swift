import WorkingDays

/// A case of a drawn sample that could not be read, and the next in the drawn order in its place. Both stay to be seen.
package struct SampleReplacement: EntryBody {
    package static var kind: RecordKind { .sampleReplacement }

    package var on: Day
    package var replaced: String
    package var by: SampledCase
    package var why: String

    package init(on: Day, replaced: String, by: SampledCase, why: String) {
        self.on = on
        self.replaced = replaced
        self.by = by
        self.why = why
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<SampleReplacement>, into journey: inout Journey) {}
}
