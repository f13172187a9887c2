import WorkingDays

/// A period in the council's care.
package struct CareEpisode: EntryBody {
    package static var kind: RecordKind { .careEpisode }

    package var beganOn: Day
    package var ceasedOn: Day?
    package var ceasedReason: String?
    package var primaryNeed: String?
    package var referral: RecordID?

    package init(
        beganOn: Day, ceasedOn: Day? = nil, ceasedReason: String? = nil, primaryNeed: String? = nil,
        referral: RecordID? = nil
    ) {
        self.beganOn = beganOn
        self.ceasedOn = ceasedOn
        self.ceasedReason = ceasedReason
        self.primaryNeed = primaryNeed
        self.referral = referral
    }

    package var happenedOn: Day? { beganOn }

    package static func fold(_ record: Recorded<CareEpisode>, into journey: inout Journey) {
        journey.careEpisodes.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == CareEpisode {
    @inlinable package var beganOn: Day { body.beganOn }
    @inlinable package var ceasedOn: Day? { body.ceasedOn }
    @inlinable package var ceasedReason: String? { body.ceasedReason }
    @inlinable package var primaryNeed: String? { body.primaryNeed }
    @inlinable package var referral: RecordID? { body.referral }
}
