import WorkingDays

/// Another council tells that a child on a protection plan of theirs has moved here to stay.
package struct TransferIn: EntryBody {
    package static var kind: RecordKind { .transferIn }

    /// The day this council was told.
    package var toldOn: Day
    package var movedInOn: Day?
    /// The council the plan is of.
    package var from: String
    /// What their plan is for, in their words.
    package var plan: String?

    package init(toldOn: Day, from: String) {
        self.toldOn = toldOn
        self.from = from
    }

    package var happenedOn: Day? { toldOn }

    package static func fold(_ record: Recorded<TransferIn>, into journey: inout Journey) {
        journey.casework.transfersIn.append(record)
    }
}
