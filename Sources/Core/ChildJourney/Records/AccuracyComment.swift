import WorkingDays

/// What the council holds to be wrong in one paragraph of a draft report, and what the lead inspector answered. Both stay.
package struct AccuracyComment: EntryBody {
    package static var kind: RecordKind { .accuracyComment }

    package var on: Day
    /// The record whose words the paragraph is: a finding or a judgement.
    package var of: String
    /// The paragraph as it read when it was commented on.
    package var paragraph: String
    package var words: String
    package var by: String
    /// Whether the report was changed; nil while nobody has answered.
    package var isChanged: Bool?
    /// How it was changed, or why it was not.
    package var answer: String?
    package var answeredBy: String?
    package var answeredOn: Day?

    package init(on: Day, of record: String, paragraph: String, words: String, by: String) {
        self.on = on
        self.of = record
        self.paragraph = paragraph
        self.words = words
        self.by = by
    }

    package var isAnswered: Bool { isChanged != nil }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<AccuracyComment>, into journey: inout Journey) {}
}
