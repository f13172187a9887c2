import WorkingDays

/// Police, health, social care and others decide together whether to enquire.
package struct StrategyDiscussion: EntryBody {
    package static var kind: RecordKind { .strategyDiscussion }

    package var heldOn: Day
    package var referral: RecordID?
    /// Why it was called.
    package var trigger: String?
    package var requestedOn: Day?
    package var means: MeetingMeans?
    package var invited: [Agency]?
    package var present: [Agency]?
    package var shared: String?
    package var decision: StrategyDecision?
    /// How the child is kept safe tonight.
    package var immediateSafety: String?
    package var actions: String?
    /// The day its decision and its actions were first both written; nil while either is missing.
    package var writtenOn: Day?
    /// Nil: the time is not recorded.
    package var heldAt: Moment?

    package init(heldOn: Day, referral: RecordID? = nil) {
        self.heldOn = heldOn
        self.referral = referral
    }

    package var happenedOn: Day? { heldOn }

    package static func fold(_ record: Recorded<StrategyDiscussion>, into journey: inout Journey) {
        journey.strategyDiscussions.append(record)
    }
}

/// Read straight through: a rule reads these for every child, and a key path would cost more than the rule.
extension Recorded where Body == StrategyDiscussion {
    @inlinable package var heldOn: Day { body.heldOn }
    @inlinable package var referral: RecordID? { body.referral }
}

/// How people met.
package enum MeetingMeans: String, Codable, Sendable, CaseIterable {
    case call, meeting

    package var words: String { self == .call ? "by call" : "at a meeting" }
}

package enum StrategyDecision: String, Codable, Sendable, CaseIterable {
    case singleEnquiry = "single-enquiry"
    case jointEnquiry = "joint-enquiry"
    case assessment
    case noFurtherAction = "no-further-action"

    package var words: String {
        switch self {
        case .singleEnquiry: "a section 47 enquiry by social care alone"
        case .jointEnquiry: "a section 47 enquiry with the police"
        case .assessment: "an assessment without an enquiry"
        case .noFurtherAction: "nothing further"
        }
    }

    package var beginsEnquiry: Bool { self == .singleEnquiry || self == .jointEnquiry }
}
