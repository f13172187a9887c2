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

    private static let family = "family"

    /// Those a child belongs with were named on a page of the child's.
    package static func family(_ access: Access, at moment: Moment, shown: [SubjectID]) -> Look {
        Look(access.toShowFamily, at: moment, query: family, shown: shown)
    }

    fileprivate static func isOfFamily(_ query: String) -> Bool { query == family }
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

    /// The same look with other words, for a reader who may not have those.
    package func saying(why: String, query: String, shown: [SubjectID]) -> LoggedLook {
        LoggedLook(
            number: number, user: user, role: role, verb: verb, why: why, query: query, at: at, shown: shown)
    }

    /// Whether somebody said in words of their own why they looked.
    package var isReasonStated: Bool { !AccessReason.isFixed(why) }

    /// Whether the record was opened in an emergency: those who review that see it at once, whoever it was.
    package var isOfBrokenGlass: Bool { why.hasPrefix("broke the glass: ") || verb == Verb.breakGlass.rawValue }

    /// Whether the reason is why this child was opened, and not another whose page names this one.
    package func isReason(for child: SubjectID) -> Bool { shown == [child] && !Look.isOfFamily(query) }
}

/// A line of the access log as somebody may see it.
package struct ShownLook: Sendable {
    /// Without words, ids and reasons that are not for the reader, and with what is withheld taken out.
    package let look: LoggedLook
    /// How many were shown, whoever they are.
    package let count: Int
    /// Whether somebody among them is restricted, and not to be known by the reader.
    package let isRestricted: Bool
    /// Whether the reason is in somebody's own words, and not for the reader.
    package let isReasonHidden: Bool
    /// Whether it is an inspector's, and whom they looked at is told when the inspection closes.
    package let isUntilClosed: Bool

    package init(
        _ look: LoggedLook, count: Int, isRestricted: Bool, isReasonHidden: Bool, isUntilClosed: Bool = false
    ) {
        self.isUntilClosed = isUntilClosed
        self.look = look
        self.count = count
        self.isRestricted = isRestricted
        self.isReasonHidden = isReasonHidden
    }
}
