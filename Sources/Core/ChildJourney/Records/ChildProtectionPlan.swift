import WorkingDays

/// A child protection plan.
package struct ChildProtectionPlan: EntryBody {
    package static var kind: RecordKind { .childProtectionPlan }

    package var referral: RecordID?
    package var conference: RecordID?
    package var startedOn: Day
    package var endedOn: Day?
    /// National code NEG, PHY, SAB, EMO or MUL.
    package var initialCategory: String?
    package var latestCategory: String?
    /// How many plans the child had before, where the source counts them.
    package var previousPlans: Int?
    /// What is done if the plan does not hold.
    package var contingency: String?
    package var actions: [PlanAction]?
    /// The day its actions and its contingency were first both written; nil while either is missing.
    package var contentsOn: Day?
    package var endedWhy: String?

    package init(
        referral: RecordID? = nil, conference: RecordID? = nil, startedOn: Day, endedOn: Day? = nil,
        initialCategory: String? = nil, latestCategory: String? = nil, previousPlans: Int? = nil
    ) {
        self.referral = referral
        self.conference = conference
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.initialCategory = initialCategory
        self.latestCategory = latestCategory
        self.previousPlans = previousPlans
    }

    package var happenedOn: Day? { startedOn }

    package static func fold(_ record: Recorded<ChildProtectionPlan>, into journey: inout Journey) {
        journey.protectionPlans.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == ChildProtectionPlan {
    @inlinable package var referral: RecordID? { body.referral }
    @inlinable package var conference: RecordID? { body.conference }
    @inlinable package var startedOn: Day { body.startedOn }
    @inlinable package var endedOn: Day? { body.endedOn }
    @inlinable package var initialCategory: String? { body.initialCategory }
    @inlinable package var latestCategory: String? { body.latestCategory }
    @inlinable package var previousPlans: Int? { body.previousPlans }
}
