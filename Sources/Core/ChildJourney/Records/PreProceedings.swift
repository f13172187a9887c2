import WorkingDays

/// Steps before care proceedings under the Public Law Outline.
package struct PreProceedings: EntryBody {
    package static var kind: RecordKind { .preProceedings }

    package var referral: RecordID?
    package var startedOn: Day?
    package var letterSentOn: Day?
    package var familyMeetingOffered: Bool?
    package var familyMeetingHeld: Bool?
    package var firstMeetingOn: Day?
    package var reviewMeetings: Int?
    package var stepDecidedOn: Day?
    /// National code CS131 A, B or C; no source read says what they mean.
    package var outcome: String?
    package var courtApplicationOn: Day?
    package var carePlanLetterOn: Day?

    package init(
        referral: RecordID? = nil, startedOn: Day? = nil, letterSentOn: Day? = nil,
        familyMeetingOffered: Bool? = nil, familyMeetingHeld: Bool? = nil, firstMeetingOn: Day? = nil,
        reviewMeetings: Int? = nil, stepDecidedOn: Day? = nil, outcome: String? = nil,
        courtApplicationOn: Day? = nil, carePlanLetterOn: Day? = nil
    ) {
        self.referral = referral
        self.startedOn = startedOn
        self.letterSentOn = letterSentOn
        self.familyMeetingOffered = familyMeetingOffered
        self.familyMeetingHeld = familyMeetingHeld
        self.firstMeetingOn = firstMeetingOn
        self.reviewMeetings = reviewMeetings
        self.stepDecidedOn = stepDecidedOn
        self.outcome = outcome
        self.courtApplicationOn = courtApplicationOn
        self.carePlanLetterOn = carePlanLetterOn
    }

    package var happenedOn: Day? { firstDay }

    package static func fold(_ record: Recorded<PreProceedings>, into journey: inout Journey) {
        journey.preProceedings.append(record)
    }
}

extension PreProceedings {
    /// The first day anything happened.
    package var firstDay: Day? {
        [startedOn, letterSentOn, firstMeetingOn, stepDecidedOn, courtApplicationOn].compactMap { $0 }.min()
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == PreProceedings {
    @inlinable package var referral: RecordID? { body.referral }
    @inlinable package var startedOn: Day? { body.startedOn }
    @inlinable package var letterSentOn: Day? { body.letterSentOn }
    @inlinable package var familyMeetingOffered: Bool? { body.familyMeetingOffered }
    @inlinable package var familyMeetingHeld: Bool? { body.familyMeetingHeld }
    @inlinable package var firstMeetingOn: Day? { body.firstMeetingOn }
    @inlinable package var reviewMeetings: Int? { body.reviewMeetings }
    @inlinable package var stepDecidedOn: Day? { body.stepDecidedOn }
    @inlinable package var outcome: String? { body.outcome }
    @inlinable package var courtApplicationOn: Day? { body.courtApplicationOn }
    @inlinable package var carePlanLetterOn: Day? { body.carePlanLetterOn }
}
