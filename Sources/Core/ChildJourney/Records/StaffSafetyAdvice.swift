import WorkingDays

/// What a visitor must know before going: dogs, stairs, never alone. About the place and who is met there, never about the child.
package struct StaffSafetyAdvice: EntryBody {
    package static var kind: RecordKind { .staffSafetyAdvice }

    package var on: Day
    package var advice: String
    /// Whether nobody goes alone.
    package var neverAlone: Bool?
    package var reviewOn: Day?
    package var endedOn: Day?

    package init(on: Day, advice: String) {
        self.on = on
        self.advice = advice
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<StaffSafetyAdvice>, into journey: inout Journey) {
        journey.casework.safetyAdvice.append(record)
    }
}
