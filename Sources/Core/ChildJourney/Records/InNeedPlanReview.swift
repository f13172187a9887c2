import WorkingDays

/// A child in need plan is looked at again.
package struct InNeedPlanReview: EntryBody {
    package static var kind: RecordKind { .inNeedPlanReview }

    package var plan: RecordID?
    package var heldOn: Day
    package var childTookPart: Bool?
    package var progress: String?
    /// Whether the plan goes on.
    package var continues: Bool?

    package init(
        plan: RecordID? = nil, heldOn: Day, childTookPart: Bool? = nil, progress: String? = nil, continues: Bool? = nil
    ) {
        self.plan = plan
        self.heldOn = heldOn
        self.childTookPart = childTookPart
        self.progress = progress
        self.continues = continues
    }

    package var happenedOn: Day? { heldOn }

    package static func fold(_ record: Recorded<InNeedPlanReview>, into journey: inout Journey) {
        journey.casework.inNeedPlanReviews.append(record)
    }
}
