import WorkingDays

/// A child protection conference, planned, postponed or held.
package struct Conference: EntryBody {
    package static var kind: RecordKind { .conference }

    package var kind: ConferenceKind
    package var referral: RecordID?
    package var enquiry: RecordID?
    package var plan: RecordID?
    /// The day first planned.
    package var plannedOn: Day?
    package var postponements: [Postponement]?
    /// The day it was called; nil where a source does not say.
    package var calledOn: Day?
    package var heldOn: Day?
    package var quorate: Bool?
    /// Whether a child protection plan was decided.
    package var decidedPlan: Bool?
    package var chair: String?
    package var invited: [Agency]?
    package var present: [Agency]?
    package var familyPresent: Bool?
    /// Whether the family had the reports beforehand.
    package var reportsShared: Bool?
    package var childsViews: String?
    package var parentsViews: String?
    package var dissent: String?
    package var whyDecided: String?
    /// The last day on which the plan is to be reviewed next, as the conference set it; never later than the standard says.
    package var nextReviewBy: Day?

    package init(
        kind: ConferenceKind, referral: RecordID? = nil, enquiry: RecordID? = nil, plan: RecordID? = nil,
        plannedOn: Day? = nil, postponements: [Postponement]? = nil, heldOn: Day? = nil, quorate: Bool? = nil,
        decidedPlan: Bool? = nil
    ) {
        self.kind = kind
        self.referral = referral
        self.enquiry = enquiry
        self.plan = plan
        self.plannedOn = plannedOn
        self.postponements = postponements
        self.heldOn = heldOn
        self.quorate = quorate
        self.decidedPlan = decidedPlan
    }

    package var happenedOn: Day? { heldOn ?? plannedOn }
    package var doneOn: Day? { heldOn }

    package static func fold(_ record: Recorded<Conference>, into journey: inout Journey) {
        journey.conferences.append(record)
    }
}

package enum ConferenceKind: String, Codable, Sendable, CaseIterable {
    case initial, review
    case transferIn = "transfer-in"
    case preBirth = "pre-birth"
}

/// One move of a conference from its day to a later one, and why.
package struct Postponement: Hashable, Codable, Sendable {
    package let decidedOn: Day
    package let from: Day
    package let to: Day?
    package let reason: PostponementReason
    /// The report that was not ready, when that was the reason: "social worker's report", "health report".
    package let lateReport: String?

    package init(
        decidedOn: Day, from: Day, to: Day?, reason: PostponementReason, lateReport: String? = nil
    ) {
        self.decidedOn = decidedOn
        self.from = from
        self.to = to
        self.reason = reason
        self.lateReport = lateReport
    }
}

package enum PostponementReason: String, Codable, Sendable, CaseIterable {
    case reportNotReady = "report-not-ready"
    case inquorate
    case familyAsked = "family-asked"
    case professionalsAway = "professionals-away"
    case noInterpreter = "no-interpreter"
    case other

    package var words: String {
        switch self {
        case .reportNotReady: "a report was not ready"
        case .inquorate: "not enough agencies could come"
        case .familyAsked: "the family asked"
        case .professionalsAway: "professionals were away"
        case .noInterpreter: "no interpreter"
        case .other: "another reason"
        }
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Conference {
    @inlinable package var kind: ConferenceKind { body.kind }
    @inlinable package var referral: RecordID? { body.referral }
    @inlinable package var enquiry: RecordID? { body.enquiry }
    @inlinable package var plan: RecordID? { body.plan }
    @inlinable package var plannedOn: Day? { body.plannedOn }
    @inlinable package var postponements: [Postponement]? { body.postponements }
    @inlinable package var heldOn: Day? { body.heldOn }
    @inlinable package var quorate: Bool? { body.quorate }
    @inlinable package var decidedPlan: Bool? { body.decidedPlan }
}
