/// How a child's latest involvement stands on the reference day.
package enum Story: String, Sendable, CaseIterable {
    case underAssessment = "under assessment"
    case onProtectionPlan = "on a protection plan"
    case inCare = "in care"
    case inNeed = "in need"
    case ended = "ended in the year"
    case assessedNotInNeed = "assessed as not in need in the year"
    case noFurtherAction = "referral with no further action in the year"
    case earlierYears = "ended before the year"
    case contactsOnly = "contacts only"

    package var isOpen: Bool {
        switch self {
        case .underAssessment, .onProtectionPlan, .inCare, .inNeed: true
        default: false
        }
    }
}
