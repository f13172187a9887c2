import AccessRules
import Duties
import RecordKeeping
import WorkingDays

/// How far the clock of a flag has run, and who is told at each step. A flag that nobody takes in hand, or nobody answers, goes
/// past those whose it is: to every other manager, the director and emergency duty.
package enum FlagAlarm: String, Sendable, CaseIterable {
    case raised
    /// (L) An hour on, nobody has it in hand.
    case notTaken = "not-taken"
    /// (L) Four hours on, it is not answered, whoever has it in hand.
    case notAnswered = "not-answered"

    package static let takenWithin: LimitID = "flag_taken_hours_local"
    package static let answeredWithin: LimitID = "flag_answered_hours_local"

    /// The furthest step reached.
    package init(_ flag: UnansweredFlag, limits: Limits, at moment: Moment) {
        func isPast(_ id: LimitID) -> Bool { limits.allowance(id).due(after: flag.at).map { moment >= $0 } ?? true }
        if isPast(Self.answeredWithin) {
            self = .notAnswered
        } else if !flag.isTaken, isPast(Self.takenWithin) {
            self = .notTaken
        } else {
            self = .raised
        }
    }

    /// Whether it is told to somebody: at first to the managers of the child's team, or to all of them where the child is in no
    /// team that one of them has; and to emergency duty while the offices are closed.
    package func isFor(_ person: SignedIn, team: String?, officesAreOpen: Bool) -> Bool {
        switch (self, person.role) {
        case (.raised, .manager): person.team == nil || team == nil || person.team == team
        case (.raised, .emergencyDuty): !officesAreOpen
        case (.notTaken, .manager), (.notTaken, .director), (.notTaken, .emergencyDuty): true
        case (.notAnswered, .manager), (.notAnswered, .director), (.notAnswered, .emergencyDuty): true
        default: false
        }
    }

    /// What a message and a page say of so many.
    package static func words(_ count: Int) -> String {
        count == 1
            ? "A child is flagged as unsafe, or nobody can tell whether they are safe, and it is not answered."
            : "\(count) children are flagged as unsafe, or nobody can tell whether they are safe, and it is not answered."
    }
}
