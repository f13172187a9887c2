import AccessRules
import ChildJourney

/// An adult of the record, opened: what is recorded about them, and the children they belong with as the reader may see them.
package struct OpenedAdult: Sendable {
    package let adult: SubjectID
    package let history: History
    package let children: [(child: SubjectID, summary: ChildSummary, tie: Recorded<Relationship>)]
    /// Children they belong with whom the reader may not open.
    package let hidden: Int
    /// What must not be told of the children they belong with, and where those who live with such a child live.
    package let withholding: Withholding

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
