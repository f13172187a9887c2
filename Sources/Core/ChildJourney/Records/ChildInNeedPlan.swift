import WorkingDays

/// A child in need plan under section 17.
package struct ChildInNeedPlan: EntryBody {
    package static var kind: RecordKind { .childInNeedPlan }

    package var referral: RecordID?
    package var startedOn: Day
    package var endedOn: Day?
    package var team: String?
    package var worker: String?
    package var contingency: String?
    package var actions: [PlanAction]?
    /// The day its actions and its contingency were first both written; nil while either is missing.
    package var contentsOn: Day?
    package var endedWhy: String?

    package init(
        referral: RecordID? = nil, startedOn: Day, endedOn: Day? = nil, team: String? = nil,
        worker: String? = nil
    ) {
        self.referral = referral
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.team = team
        self.worker = worker
    }

    package var happenedOn: Day? { startedOn }

    package static func fold(_ record: Recorded<ChildInNeedPlan>, into journey: inout Journey) {
        journey.inNeedPlans.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == ChildInNeedPlan {
    @inlinable package var referral: RecordID? { body.referral }
    @inlinable package var startedOn: Day { body.startedOn }
    @inlinable package var endedOn: Day? { body.endedOn }
    @inlinable package var team: String? { body.team }
    @inlinable package var worker: String? { body.worker }
}
