import AccessRules
import Concerns
import WorkingDays

/// One concern of one child, as a line of its own.
package struct ConcernLine: Hashable, Sendable {
    package let child: SubjectID
    package let summary: ChildSummary
    package let concern: Concern

    package init(child: SubjectID, summary: ChildSummary, concern: Concern) {
        self.child = child
        self.summary = summary
        self.concern = concern
    }
}

/// A list of concerns: those that will begin if nobody acts, or those that were cleared.
package struct ConcernPage: Hashable, Sendable {
    /// Nil for a concern of a restricted child.
    package let lines: [ConcernLine?]
    package let total: Int

    package init(lines: [ConcernLine?], total: Int) {
        self.lines = lines
        self.total = total
    }
}

/// How many children could not be checked for a limb, and why.
package struct NotCheckedCount: Hashable, Sendable {
    package let code: ConcernCode
    package let limb: String
    package let because: String
    package let children: Int

    package init(code: ConcernCode, limb: String, because: String, children: Int) {
        self.code = code
        self.limb = limb
        self.because = because
        self.children = children
    }
}
