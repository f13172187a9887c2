import WorkingDays

/// A review of a child protection plan: a review conference.
package struct PlanReview: EntryBody {
    package static var kind: RecordKind { .planReview }

    package var plan: RecordID?
    package var dueOn: Day?
    package var heldOn: Day?
    package var quorate: Bool?
    /// Whether the plan goes on.
    package var continues: Bool?
    package var participation: String?
    /// Why the plan goes on or ends.
    package var why: String?

    package init(
        plan: RecordID? = nil, dueOn: Day? = nil, heldOn: Day? = nil, quorate: Bool? = nil,
        continues: Bool? = nil, participation: String? = nil
    ) {
        self.plan = plan
        self.dueOn = dueOn
        self.heldOn = heldOn
        self.quorate = quorate
        self.continues = continues
        self.participation = participation
    }

    package var happenedOn: Day? { heldOn ?? dueOn }
    package var doneOn: Day? { heldOn }

    package static func fold(_ record: Recorded<PlanReview>, into journey: inout Journey) {
        journey.planReviews.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == PlanReview {
    @inlinable package var plan: RecordID? { body.plan }
    @inlinable package var dueOn: Day? { body.dueOn }
    @inlinable package var heldOn: Day? { body.heldOn }
    @inlinable package var quorate: Bool? { body.quorate }
    @inlinable package var continues: Bool? { body.continues }
    @inlinable package var participation: String? { body.participation }
}
