import WorkingDays

/// What the owner of an action says of it for one month. It explains the number and never overrules it.
package struct ActionUpdate: EntryBody {
    package static var kind: RecordKind { .actionUpdate }

    package var on: Day
    /// The record of the action.
    package var action: String
    /// The first day of the month it is for.
    package var month: Day
    package var by: String
    package var words: String
    /// Why the number is what it is.
    package var explanation: String?

    package init(on: Day, action: String, month: Day, by: String, words: String) {
        self.on = on
        self.action = action
        self.month = month
        self.by = by
        self.words = words
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<ActionUpdate>, into journey: inout Journey) {}
}
