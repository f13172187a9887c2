import AccessRules
import ChildJourney
import Matching

/// An adult of the record, opened: what is recorded about them, and the children they belong with as the reader may see them.
package struct OpenedAdult: Sendable {
    package let adult: SubjectID
    package let history: History
    package let children: [(child: SubjectID, summary: ChildSummary, tie: Recorded<Relationship>)]
    /// Children they belong with whom the reader may not open.
    package let hidden: Int
    /// What must not be told of the children they belong with, and where those who live with such a child live.
    package let withholding: Withholding

    /// Other adults as the reader may see them, whichever of the two records tells it.
    package var ties: [TiedAdult] = []
    package var hiddenTies = 0
    /// The child of the record they are said to be.
    package var themselves: [(child: SubjectID, summary: ChildSummary, said: Recorded<SamePerson>)] = []
    /// Other adults of the same children, whom the reader may see.
    package var around: [(adult: SubjectID, person: Person?)] = []

    package init(
        adult: SubjectID, history: History,
        children: [(child: SubjectID, summary: ChildSummary, tie: Recorded<Relationship>)], hidden: Int,
        withholding: Withholding = Withholding()
    ) {
        self.adult = adult
        self.history = history
        self.children = children
        self.hidden = hidden
        self.withholding = withholding
    }
}

/// An adult tied to another.
package struct TiedAdult: Sendable {
    package let adult: SubjectID
    package let person: Person?
    package let tie: Recorded<Relationship>
    /// Whether it stands on the other's record.
    package let isFromOther: Bool

    package init(adult: SubjectID, person: Person?, tie: Recorded<Relationship>, isFromOther: Bool) {
        self.adult = adult
        self.person = person
        self.tie = tie
        self.isFromOther = isFromOther
    }
}

/// An adult who may be the one that is described, and why.
package struct AlikeAdult: Sendable {
    package let found: FoundAdult
    package let match: ChildMatch

    package init(found: FoundAdult, match: ChildMatch) {
        self.found = found
        self.match = match
    }
}

/// An adult that a search found.
package struct FoundAdult: Sendable {
    package let adult: SubjectID
    package let person: Person
    /// The names of children they belong with whom the reader may open.
    package let children: [String]

    package init(adult: SubjectID, person: Person, children: [String]) {
        self.adult = adult
        self.person = person
        self.children = children
    }
}
