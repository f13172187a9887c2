import WorkingDays

/// Somebody went to see the child. Blank answers are unknown, not no.
package struct Visit: EntryBody {
    package static var kind: RecordKind { .visit }

    package var on: Day
    package var purpose: VisitPurpose
    package var plan: RecordID?
    package var seen: Bool?
    package var seenAlone: Bool?
    package var bedroomSeen: Bool?
    package var place: VisitPlace?
    /// Why the child was not seen.
    package var whyNotSeen: WhyNotSeen?
    /// What the child said, in their own words.
    package var childsWords: String?
    package var note: String?
    /// When somebody was there; nil where the time is not recorded.
    package var at: Moment?
    /// Asked instead of the child's own seeing while the child is unborn.
    package var motherSeen: Bool?

    package init(
        on: Day, purpose: VisitPurpose, plan: RecordID? = nil, seen: Bool? = nil, seenAlone: Bool? = nil,
        bedroomSeen: Bool? = nil, place: VisitPlace? = nil, whyNotSeen: WhyNotSeen? = nil, childsWords: String? = nil,
        note: String? = nil
    ) {
        self.on = on
        self.purpose = purpose
        self.plan = plan
        self.seen = seen
        self.seenAlone = seenAlone
        self.bedroomSeen = bedroomSeen
        self.place = place
        self.whyNotSeen = whyNotSeen
        self.childsWords = childsWords
        self.note = note
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<Visit>, into journey: inout Journey) {
        journey.visits.append(record)
    }
}

package enum VisitPurpose: String, Codable, Sendable, CaseIterable {
    case childProtectionPlan = "child-protection-plan"
    case childInNeed = "child-in-need"
    case care
    case privateFostering = "private-fostering"
    case other

    package var words: String {
        switch self {
        case .childProtectionPlan: "child protection visit"
        case .childInNeed: "child in need visit"
        case .care: "visit to a child in care"
        case .privateFostering: "private fostering visit"
        case .other: "visit"
        }
    }
}

/// Where somebody went to see the child.
package enum VisitPlace: String, Codable, Sendable, CaseIterable {
    case home
    case placement
    case school
    case elsewhere

    package var words: String {
        switch self {
        case .home: "at home"
        case .placement: "where the child is placed"
        case .school: "at school or nursery"
        case .elsewhere: "somewhere else"
        }
    }
}

/// Why a child was not seen on a visit.
package enum WhyNotSeen: String, Codable, Sendable, CaseIterable {
    case noAnswer = "no-answer"
    case notThere = "not-there"
    case refused
    case asleep
    case other

    package var words: String {
        switch self {
        case .noAnswer: "nobody answered"
        case .notThere: "the child was not there"
        case .refused: "somebody refused"
        case .asleep: "the child was asleep"
        case .other: "another reason"
        }
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Visit {
    @inlinable package var on: Day { body.on }
    @inlinable package var purpose: VisitPurpose { body.purpose }
    @inlinable package var plan: RecordID? { body.plan }
    @inlinable package var seen: Bool? { body.seen }
    @inlinable package var seenAlone: Bool? { body.seenAlone }
    @inlinable package var bedroomSeen: Bool? { body.bedroomSeen }
    @inlinable package var visitedAt: VisitPlace? { body.place }
    @inlinable package var whyNotSeen: WhyNotSeen? { body.whyNotSeen }
    @inlinable package var childsWords: String? { body.childsWords }
    @inlinable package var note: String? { body.note }
}
