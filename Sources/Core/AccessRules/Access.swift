/// Leave to do one thing: who, in which role, what and why. Only `AccessRules` can make one, and nothing reads a child
/// without one, so a page cannot forget to ask.
package struct Access: Hashable, Sendable {
    package let who: SignedIn
    package let verb: Verb
    /// The child it is leave for; nil where the verb is not about one child.
    package let child: SubjectID?
    package let why: AccessReason
    /// It ends by itself: nothing made under it may be kept.
    package let isByBreakGlass: Bool

    init(who: SignedIn, verb: Verb, child: SubjectID?, why: AccessReason, isByBreakGlass: Bool = false) {
        self.isByBreakGlass = isByBreakGlass
        self.who = who
        self.verb = verb
        self.child = child
        self.why = why
    }

    package var council: CouncilCode { who.council }

    /// The same leave for those the child belongs with, who are named on the child's page. Why the child was opened is told of the
    /// child alone.
    package var toShowFamily: Access {
        Access(who: who, verb: verb, child: child, why: .family, isByBreakGlass: isByBreakGlass)
    }

    /// Whether it is leave to do `verb` in `council`, and to `child` where one is named.
    package func permits(_ verb: Verb, in council: CouncilCode, to child: SubjectID? = nil) -> Bool {
        self.verb == verb && who.council == council && self.child == child
    }
}
