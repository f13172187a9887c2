import WorkingDays

/// The chair decides on a protection plan that has run long: what changes, or why no legal step is taken.
package struct ChairDecision: EntryBody {
    package static var kind: RecordKind { .chairDecision }

    package var on: Day
    package var plan: RecordID
    package var decision: String
    package var why: String
    /// Who decided, by their name for signing in.
    package var by: String?

    package init(on: Day, plan: RecordID, decision: String, why: String, by: String? = nil) {
        self.on = on
        self.plan = plan
        self.decision = decision
        self.why = why
        self.by = by
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<ChairDecision>, into journey: inout Journey) {
        journey.casework.chairDecisions.append(record)
    }
}
