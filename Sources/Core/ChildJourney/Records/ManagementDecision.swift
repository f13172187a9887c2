import WorkingDays

/// A manager decides, and says why.
package struct ManagementDecision: EntryBody {
    package static var kind: RecordKind { .managementDecision }

    package var on: Day
    package var point: DecisionPoint
    package var decision: String
    package var why: String
    /// Who decided, by their name for signing in.
    package var by: String?
    /// On the threshold: whether there is reasonable cause to suspect significant harm. Nil: not said.
    package var hasReasonableCause: Bool?
    /// On an adult in the home: which, by their id. Nil: not said.
    package var adult: String?

    package init(on: Day, point: DecisionPoint, decision: String, why: String, by: String? = nil) {
        self.on = on
        self.point = point
        self.decision = decision
        self.why = why
        self.by = by
    }

    package var happenedOn: Day? { on }

    package static func fold(_ record: Recorded<ManagementDecision>, into journey: inout Journey) {
        journey.casework.decisions.append(record)
    }
}

/// Where in the work a manager has to decide.
package enum DecisionPoint: String, Codable, Sendable, CaseIterable {
    case threshold, referral
    case endOfEnquiry = "end-of-enquiry"
    case nextStep = "next-step"
    case signOff = "sign-off"
    case stepDown = "step-down"
    case transfer, closure, other
    case adultInHome = "adult-in-home"
    case beforeBirth = "before-birth"
    case otherChild = "other-child"
    case safeTonight = "safe-tonight"

    package var words: String {
        switch self {
        case .threshold: "whether there is reasonable cause to suspect significant harm"
        case .referral: "what to do with a referral"
        case .endOfEnquiry: "the end of an enquiry"
        case .nextStep: "the next step for the child"
        case .signOff: "signing work off"
        case .stepDown: "stepping down to other help"
        case .transfer: "a transfer"
        case .closure: "closing"
        case .other: "something else"
        case .adultInHome: "an adult in the home who may pose a risk"
        case .beforeBirth: "what is planned before and at a birth"
        case .safeTonight: "where the child stays tonight, and why that is safe"
        case .otherChild: "this child, while another of the family is enquired about"
        }
    }
}
