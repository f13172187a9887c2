import WorkingDays

/// The people who carry out a child protection plan meet.
package struct CoreGroup: EntryBody {
    package static var kind: RecordKind { .coreGroup }

    package var plan: RecordID?
    package var heldOn: Day
    package var present: [Agency]?
    package var familyPresent: Bool?
    /// What has changed for the child since the last one.
    package var progress: String?

    package init(
        plan: RecordID? = nil, heldOn: Day, present: [Agency]? = nil, familyPresent: Bool? = nil,
        progress: String? = nil
    ) {
        self.plan = plan
        self.heldOn = heldOn
        self.present = present
        self.familyPresent = familyPresent
        self.progress = progress
    }

    package var happenedOn: Day? { heldOn }

    package static func fold(_ record: Recorded<CoreGroup>, into journey: inout Journey) {
        journey.casework.coreGroups.append(record)
    }
}
