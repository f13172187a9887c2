import WorkingDays

/// An assessment of a child's needs, from its start to its authorisation.
package struct Assessment: EntryBody {
    package static var kind: RecordKind { .assessment }

    package var referral: RecordID?
    package var kind: AssessmentKind
    package var startedOn: Day
    package var internalReviewOn: Day?
    package var authorisedOn: Day?
    /// Nil: blank in the source, which is unknown, not no.
    package var childSeen: Bool?
    package var outcome: AssessmentOutcome?
    package var noFurtherAction: Bool?
    /// National factor codes.
    package var factors: [String]?
    package var team: String?
    package var worker: String?
    /// Handed to a manager to authorise, and by whom.
    package var submittedOn: Day?
    package var submittedBy: String?
    /// Everybody who ever handed it in: none of them authorises it.
    package var handedInBy: [String]?
    package var authorisedBy: String?
    /// Given back by the manager, not authorised, and why.
    package var returnedOn: Day?
    package var returnedWhy: String?
    /// What was found, part by part; a part that is not there was not explored.
    package var findings: [AssessmentFinding]?
    /// The child's own views.
    package var childsViews: String?
    /// What was left out when it was authorised, and written since.
    package var addedLater: [AssessmentFinding]?
    package var viewsAddedLater: String?
    package var addedOn: Day?
    /// What follows, in words.
    package var analysis: String?

    package init(
        referral: RecordID? = nil, kind: AssessmentKind, startedOn: Day, internalReviewOn: Day? = nil,
        authorisedOn: Day? = nil, childSeen: Bool? = nil, outcome: AssessmentOutcome? = nil,
        noFurtherAction: Bool? = nil, factors: [String]? = nil, team: String? = nil, worker: String? = nil
    ) {
        self.referral = referral
        self.kind = kind
        self.startedOn = startedOn
        self.internalReviewOn = internalReviewOn
        self.authorisedOn = authorisedOn
        self.childSeen = childSeen
        self.outcome = outcome
        self.noFurtherAction = noFurtherAction
        self.factors = factors
        self.team = team
        self.worker = worker
    }

    package var happenedOn: Day? { startedOn }

    package static func fold(_ record: Recorded<Assessment>, into journey: inout Journey) {
        journey.assessments.append(record)
    }
}

package enum AssessmentKind: String, Codable, Sendable, CaseIterable {
    /// The source does not say; before 15 April 2013 a referral's first is then taken as initial, a later as core.
    case unspecified
    case initial, core, single
    case preBirth = "pre-birth"
    case specialist
}

package enum AssessmentOutcome: String, Codable, Sendable, CaseIterable {
    case noFurtherAction = "no-further-action"
    case earlyHelp = "early-help"
    case strategyDiscussion = "strategy-discussion"
    case other
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == Assessment {
    @inlinable package var referral: RecordID? { body.referral }
    @inlinable package var kind: AssessmentKind { body.kind }
    @inlinable package var startedOn: Day { body.startedOn }
    @inlinable package var internalReviewOn: Day? { body.internalReviewOn }
    @inlinable package var authorisedOn: Day? { body.authorisedOn }
    @inlinable package var childSeen: Bool? { body.childSeen }
    @inlinable package var outcome: AssessmentOutcome? { body.outcome }
    @inlinable package var noFurtherAction: Bool? { body.noFurtherAction }
    @inlinable package var factors: [String]? { body.factors }
    @inlinable package var team: String? { body.team }
    @inlinable package var worker: String? { body.worker }
}

/// What an assessment looks at. Source: Working Together to Safeguard Children, the assessment framework's three domains;
/// the adults of the home and the history stand apart because they are what is missed.
package enum AssessmentPart: String, Codable, Sendable, CaseIterable {
    case childsNeeds = "childs-needs"
    case parenting
    case familyAndEnvironment = "family-and-environment"
    case adultsInTheHome = "adults-in-the-home"
    case history

    package var words: String {
        switch self {
        case .childsNeeds: "the child's needs"
        case .parenting: "how the child is cared for"
        case .familyAndEnvironment: "family and surroundings"
        case .adultsInTheHome: "the father and other adults in the home"
        case .history: "what happened before"
        }
    }
}

package struct AssessmentFinding: Hashable, Codable, Sendable {
    package let part: AssessmentPart
    package let found: String

    package init(part: AssessmentPart, found: String) {
        self.part = part
        self.found = found
    }
}

extension Assessment {
    /// Parts nobody wrote anything under when it was handed in.
    package var partsNotExplored: [AssessmentPart] {
        AssessmentPart.allCases.filter { part in !(findings ?? []).contains { $0.part == part } }
    }

    /// Those of them that nobody has written under since either.
    package var partsStillMissing: [AssessmentPart] {
        partsNotExplored.filter { part in !(addedLater ?? []).contains { $0.part == part } }
    }

    package var viewsStillMissing: Bool { childsViews == nil && viewsAddedLater == nil }
}
