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
    /// A legal planning meeting that was held before anything was begun, and what it decided.
    package var planningMeetingOn: Day?
    package var planningDecision: String?
    package var firstMeetingSaid: String?
    /// Reviews after the first meeting, with their days. A file has only their number.
    package var reviews: [PreProceedingsReview]?
    package var nextStep: PreProceedingsStep?
    package var stepWhy: String?
    /// Who decided, by their name for signing in.
    package var stepDecidedBy: String?
    package var court: String?
    package var orders: [CourtOrder]?

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
        [planningMeetingOn, startedOn, letterSentOn, firstMeetingOn, stepDecidedOn, courtApplicationOn]
            .compactMap { $0 }.min()
    }

    /// The day they began: the letter, which starts the clock, else whatever there is.
    package var beganOn: Day? { letterSentOn ?? startedOn ?? firstMeetingOn }

    /// The day of the step that ends them.
    package var endedOn: Day? { [stepDecidedOn, courtApplicationOn].compactMap { $0 }.min() }

    package func runs(on day: Day) -> Bool {
        guard let began = [startedOn, letterSentOn, firstMeetingOn].compactMap({ $0 }).min() else { return false }
        return began <= day && (endedOn.map { day < $0 || $0 < began } ?? true)
    }
}

package struct PreProceedingsReview: Hashable, Codable, Sendable {
    package var on: Day
    package var said: String?

    package init(on day: Day, said: String? = nil) {
        self.on = day
        self.said = said
    }
}

/// What a manager decides at the end of the steps before proceedings.
package enum PreProceedingsStep: String, Codable, Sendable, CaseIterable {
    case court
    case stepDown = "step-down"

    package var words: String {
        switch self {
        case .court: "apply to the court"
        case .stepDown: "end the steps before proceedings"
        }
    }
}

package struct CourtOrder: Hashable, Codable, Sendable {
    package var on: Day
    package var order: CourtOrderKind
    package var said: String?

    package init(on day: Day, order: CourtOrderKind, said: String? = nil) {
        self.on = day
        self.order = order
        self.said = said
    }
}

package enum CourtOrderKind: String, Codable, Sendable, CaseIterable {
    case interimCare = "interim-care"
    case care
    case interimSupervision = "interim-supervision"
    case supervision
    case placement
    case specialGuardianship = "special-guardianship"
    case childArrangements = "child-arrangements"
    case none
    case other

    package var words: String {
        switch self {
        case .interimCare: "interim care order"
        case .care: "care order"
        case .interimSupervision: "interim supervision order"
        case .supervision: "supervision order"
        case .placement: "placement order"
        case .specialGuardianship: "special guardianship order"
        case .childArrangements: "child arrangements order"
        case .none: "no order"
        case .other: "another order"
        }
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
