import WorkingDays

/// The family is offered to decide together what is done for the child, and does so or does not.
package struct FamilyGroup: EntryBody {
    package static var kind: RecordKind { .familyGroup }

    package var offeredOn: Day
    /// Nil: nobody has said yet.
    package var isAccepted: Bool?
    /// What the family said to the offer.
    package var answer: String?
    package var heldOn: Day?
    package var present: String?
    /// What the family decided.
    package var plan: String?

    package init(offeredOn: Day) {
        self.offeredOn = offeredOn
    }

    package var happenedOn: Day? { offeredOn }

    package static func fold(_ record: Recorded<FamilyGroup>, into journey: inout Journey) {
        journey.casework.familyGroups.append(record)
    }
}
