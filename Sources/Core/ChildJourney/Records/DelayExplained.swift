import WorkingDays

/// Why something is late for a child, and the new day, asked for by whoever is to do it and agreed by a manager who is not
/// responsible for the delay. It marks the concern, and never clears, re-levels or hides it.
package struct DelayExplained: EntryBody {
    package static var kind: RecordKind { .delayExplained }

    package var on: Day
    /// The concern's name in the catalogue.
    package var concern: String
    /// The record the concern is about.
    package var aboutKind: RecordKind
    package var about: RecordID
    /// The day the concern's clock started: another time round is another delay.
    package var clockStart: Day
    package var reason: DelayReason
    package var why: String
    package var newDay: Day
    /// Who asked, by their name for signing in.
    package var askedBy: String?
    /// The day a manager agreed or refused; nil while it waits.
    package var answeredOn: Day?
    package var answeredBy: String?
    package var isAgreed: Bool?
    package var answer: String?

    package init(
        on: Day, concern: String, aboutKind: RecordKind, about: RecordID, clockStart: Day, reason: DelayReason,
        why: String, newDay: Day
    ) {
        self.on = on
        self.concern = concern
        self.aboutKind = aboutKind
        self.about = about
        self.clockStart = clockStart
        self.reason = reason
        self.why = why
        self.newDay = newDay
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<DelayExplained>, into journey: inout Journey) {
        journey.casework.delays.append(record)
    }
}

/// Why it is late: because that is right for the child, or because of us.
package enum DelayReason: String, Codable, Sendable, CaseIterable {
    case childIll = "child-ill"
    case exams
    case familyAsked = "family-asked"
    case otherForChild = "other-for-child"
    case capacity
    case reportNotReady = "report-not-ready"
    case otherAgency = "other-agency"
    case otherOurs = "other-ours"

    package var isRightForChild: Bool {
        switch self {
        case .childIll, .exams, .familyAsked, .otherForChild: true
        case .capacity, .reportNotReady, .otherAgency, .otherOurs: false
        }
    }

    package var words: String {
        switch self {
        case .childIll: "the child is ill"
        case .exams: "the child is taking exams"
        case .familyAsked: "the family asked for it"
        case .otherForChild: "something else that is right for the child"
        case .capacity: "we have too few people"
        case .reportNotReady: "a report is not ready"
        case .otherAgency: "another agency is late"
        case .otherOurs: "something else of ours"
        }
    }
}
