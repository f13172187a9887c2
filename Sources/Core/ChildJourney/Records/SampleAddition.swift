import WorkingDays

/// A child who came to a chosen sample later: by an inspector's opening their record.
package struct SampleAddition: EntryBody {
    package static var kind: RecordKind { .sampleAddition }

    /// The child's id with its source.
    package var child: String
    package var by: String
    package var at: Moment

    package init(child: String, by: String, at moment: Moment) {
        self.child = child
        self.by = by
        at = moment
    }

    package var happenedOn: Day? { at.londonDay }

    package static func fold(_ record: Recorded<SampleAddition>, into journey: inout Journey) {}
}
