import WorkingDays

/// An enquiry under section 47 of the Children Act 1989.
package struct Section47Enquiry: EntryBody {
    package static var kind: RecordKind { .section47Enquiry }

    package var referral: RecordID?
    /// The day of the strategy discussion that began it.
    package var startedOn: Day
    package var endedOn: Day?
    package var conferenceTargetOn: Day?
    /// False: marked not required. True: required, or not marked "not required". Nil: not known.
    package var conferenceRequired: Bool?
    package var outcome: EnquiryOutcome?
    package var team: String?
    package var worker: String?
    /// Whether the police enquire too.
    package var joint: Bool?
    package var childSeen: Bool?
    package var childSeenAlone: Bool?
    package var consulted: [Agency]?
    /// What the enquiry found, and why a conference is needed or is not.
    package var findings: String?
    package var decidedBy: String?
    /// The moment of that discussion; nil where it is not recorded.
    package var startedAt: Moment?
    /// Why the child was not seen alone.
    package var whyNotAlone: String?

    package init(
        referral: RecordID? = nil, startedOn: Day, endedOn: Day? = nil, conferenceTargetOn: Day? = nil,
        conferenceRequired: Bool? = nil, outcome: EnquiryOutcome? = nil, team: String? = nil,
        worker: String? = nil
    ) {
        self.referral = referral
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.conferenceTargetOn = conferenceTargetOn
        self.conferenceRequired = conferenceRequired
        self.outcome = outcome
        self.team = team
        self.worker = worker
    }

    package var happenedOn: Day? { startedOn }

    package static func fold(_ record: Recorded<Section47Enquiry>, into journey: inout Journey) {
        journey.enquiries.append(record)
    }
}

package enum EnquiryOutcome: String, Codable, Sendable, CaseIterable {
    /// Substantiated, at continuing risk: a conference follows.
    case conference
    case noFurtherAction = "no-further-action"
    case continueAssessment = "continue-assessment"
    case services
    case legalAction = "legal-action"
    case monitor
    case other
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Section47Enquiry {
    @inlinable package var referral: RecordID? { body.referral }
    @inlinable package var startedOn: Day { body.startedOn }
    @inlinable package var endedOn: Day? { body.endedOn }
    @inlinable package var conferenceTargetOn: Day? { body.conferenceTargetOn }
    @inlinable package var conferenceRequired: Bool? { body.conferenceRequired }
    @inlinable package var outcome: EnquiryOutcome? { body.outcome }
    @inlinable package var team: String? { body.team }
    @inlinable package var worker: String? { body.worker }
}
