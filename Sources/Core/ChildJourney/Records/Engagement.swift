import WorkingDays

/// A talk with the inspectorate or an adviser after an inspection: what was asked, and what was answered.
package struct Engagement: EntryBody {
    package static var kind: RecordKind { .engagement }

    package var on: Day
    /// With whom: "the inspectorate", "the adviser of the department".
    package var with: String
    package var asked: String
    package var answered: String?
    package var by: String
    /// What was agreed, as work for somebody by a day; only what answered it closes it.
    package var agreed: String?
    package var agreedOwner: String?
    package var agreedBy: Day?
    package var answeredOn: Day?
    package var answeredBy: String?
    package var answer: String?

    package init(on: Day, with: String, asked: String, answered: String?, by: String) {
        self.on = on
        self.with = with
        self.asked = asked
        self.answered = answered
        self.by = by
    }

    package var happenedOn: Day? { on }
    package var settledOn: Day? { answeredOn }

    /// Whether what was agreed still waits for somebody.
    package var waits: Bool { agreed != nil && answeredOn == nil }

    package static func fold(_ record: Recorded<Engagement>, into journey: inout Journey) {}
}
