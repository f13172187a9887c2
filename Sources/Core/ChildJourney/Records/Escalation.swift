import WorkingDays

/// A chair, a reviewing officer or a partner says that something is not right for a child, and wants an answer.
package struct Escalation: EntryBody {
    package static var kind: RecordKind { .escalation }

    package var on: Day
    package var by: EscalatedBy
    /// Who, by name and agency.
    package var from: String?
    /// Who is to answer.
    package var to: String
    package var what: String
    /// Whoever wrote it down, by their name for signing in.
    package var recordedBy: String?
    /// What is asked for is a child protection conference. Nil: not said.
    package var wantsConference: Bool?
    /// The senior of whoever asks stands behind it. Nil: not said.
    package var isBackedBySenior: Bool?
    package var answeredOn: Day?
    package var answer: String?
    package var answeredBy: String?
    /// Whether what was asked for is agreed; nil while unanswered.
    package var isAgreed: Bool?
    /// The day whoever raised it held it to be put right; nil while they do not.
    package var resolvedOn: Day?

    package init(on: Day, by: EscalatedBy, to: String, what: String) {
        self.on = on
        self.by = by
        self.to = to
        self.what = what
    }

    package var happenedOn: Day? { on }
    package var settledOn: Day? { answeredOn }

    /// A partner's request for a conference that their senior backs.
    package var isBackedRequest: Bool { by == .partner && wantsConference == true && isBackedBySenior == true }
    /// Such a request, and it was agreed: then the conference is held.
    package var isAgreedConference: Bool { isBackedRequest && isAgreed == true && answeredOn != nil }

    package static func fold(_ record: Recorded<Escalation>, into journey: inout Journey) {
        journey.casework.escalations.append(record)
    }
}

package enum EscalatedBy: String, Codable, Sendable, CaseIterable {
    case chair
    case reviewingOfficer = "reviewing-officer"
    case partner

    package var words: String {
        switch self {
        case .chair: "the conference chair"
        case .reviewingOfficer: "the reviewing officer"
        case .partner: "a partner agency"
        }
    }
}
