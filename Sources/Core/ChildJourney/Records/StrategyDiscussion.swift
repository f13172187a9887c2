import WorkingDays

/// Police, health, social care and others decide together whether to enquire.
package struct StrategyDiscussion: EntryBody {
    package static var kind: RecordKind { .strategyDiscussion }

    package var heldOn: Day
    package var referral: RecordID?

    package init(heldOn: Day, referral: RecordID? = nil) {
        self.heldOn = heldOn
        self.referral = referral
    }

    package var happenedOn: Day? { heldOn }

    package static func fold(_ record: Recorded<StrategyDiscussion>, into journey: inout Journey) {
        journey.strategyDiscussions.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == StrategyDiscussion {
    @inlinable package var heldOn: Day { body.heldOn }
    @inlinable package var referral: RecordID? { body.referral }
}
