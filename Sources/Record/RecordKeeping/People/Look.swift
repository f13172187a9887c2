import AccessRules
import WorkingDays

/// One line of the access log: somebody looked, at one child or at a list, when and why.
package struct Look: Hashable, Sendable {
    package let access: Access
    package let at: Moment
    /// The question, for a list or a search.
    package let query: String
    /// Whoever was shown.
    package let shown: [SubjectID]

    package init(_ access: Access, at moment: Moment, query: String = "", shown: [SubjectID] = []) {
        self.access = access
        self.at = moment
        self.query = query
        self.shown = shown.isEmpty ? [access.child].compactMap { $0 } : shown
    }
}

/// A line of the access log as it is read back.
package struct LoggedLook: Hashable, Sendable {
    package let number: Int64
    package let user: UserID
    package let role: String
    package let verb: String
    package let why: String
    package let query: String
    package let at: Moment
    package let shown: [SubjectID]

    package init(
        number: Int64, user: UserID, role: String, verb: String, why: String, query: String, at moment: Moment,
        shown: [SubjectID]
    ) {
        self.number = number
        self.user = user
        self.role = role
        self.verb = verb
        self.why = why
        self.query = query
        self.at = moment
        self.shown = shown
    }
}
