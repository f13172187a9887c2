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

    package init(
        on: Day, purpose: VisitPurpose, plan: RecordID? = nil, seen: Bool? = nil, seenAlone: Bool? = nil,
        bedroomSeen: Bool? = nil
    ) {
        self.on = on
        self.purpose = purpose
        self.plan = plan
        self.seen = seen
        self.seenAlone = seenAlone
        self.bedroomSeen = bedroomSeen
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

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Visit {
    @inlinable package var on: Day { body.on }
    @inlinable package var purpose: VisitPurpose { body.purpose }
    @inlinable package var plan: RecordID? { body.plan }
    @inlinable package var seen: Bool? { body.seen }
    @inlinable package var seenAlone: Bool? { body.seenAlone }
    @inlinable package var bedroomSeen: Bool? { body.bedroomSeen }
}
