import WorkingDays

/// An improvement plan as it stood at a month's end: figures and words, never worked out again.
package struct PlanSnapshot: EntryBody {
    package static var kind: RecordKind { .planSnapshot }

    /// The first day of the month.
    package var month: Day
    /// The last working day of the month: every figure is to this day.
    package var asAt: Day
    package var takenAt: Moment
    /// The last day any source tells of; nil where one is written in every day.
    package var toldUntil: Day?
    /// Where the chain of the record ended when the figures were taken: sequence and hash.
    package var recordHead: String
    package var lines: [SnapshotLine]
    /// SHA-256 of the snapshot before it, in hexadecimal; nil for the first.
    package var previous: String?
    /// SHA-256 of the text of this one, in hexadecimal.
    package var digest: String

    package init(
        month: Day, asAt: Day, takenAt: Moment, toldUntil: Day?, recordHead: String, lines: [SnapshotLine],
        previous: String?
    ) {
        self.month = month
        self.asAt = asAt
        self.takenAt = takenAt
        self.toldUntil = toldUntil
        self.recordHead = recordHead
        self.lines = lines
        self.previous = previous
        digest = ""
    }

    package var happenedOn: Day? { asAt }

    package static func fold(_ record: Recorded<PlanSnapshot>, into journey: inout Journey) {}
}

/// One action in a snapshot.
package struct SnapshotLine: Hashable, Codable, Sendable {
    package var action: String
    package var what: String
    package var theme: String
    package var owner: String
    package var team: String?
    package var byOn: Day
    /// "green", "amber", "red", "not-checkable" or "no-measure".
    package var colour: String
    /// Why it has that colour, in words.
    package var because: String
    /// "open", "complete", "says-otherwise", "not-shown" or "dropped".
    package var state: String
    package var measure: String?
    package var measureTeam: String?
    /// "2026-08-01/2026-10-31".
    package var period: String?
    package var numerator: Int?
    package var denominator: Int?
    /// In tenths of the measure's unit: on the day of the snapshot, and when the action began.
    package var value: Int?
    package var valueWhenBegun: Int?
    /// What the owner wrote for the month; nil where nothing was written by then.
    package var update: String?
    package var explanation: String?

    package init(
        action: String, what: String, theme: String, owner: String, byOn: Day, colour: String, because: String,
        state: String
    ) {
        self.action = action
        self.what = what
        self.theme = theme
        self.owner = owner
        self.byOn = byOn
        self.colour = colour
        self.because = because
        self.state = state
    }
}
