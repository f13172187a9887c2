import WorkingDays

/// The council asks from a day on that standard checks are passed before an assessment is authorised, or asks it no more. The last one
/// recorded is what holds.
package struct ReviewGateSet: EntryBody {
    package static var kind: RecordKind { .reviewGate }
    /// (L) The council's own limit it sets: 0 not required, 1 required.
    package static let limit = "review_gate_local"

    package var on: Day
    package var isRequired: Bool
    package var why: String
    package var by: String

    package init(on: Day, isRequired: Bool, why: String, by: String) {
        self.on = on
        self.isRequired = isRequired
        self.why = why
        self.by = by
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<ReviewGateSet>, into journey: inout Journey) {}
}
