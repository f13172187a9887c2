import AccessRules
import Matching

/// A child who is known and may be the one somebody describes.
package struct AlikeChild: Hashable, Sendable {
    package let listed: ListedChild
    package let match: ChildMatch

    package init(listed: ListedChild, match: ChildMatch) {
        self.listed = listed
        self.match = match
    }
}

/// Children who may be the one somebody describes, best first.
package struct AlikePage: Hashable, Sendable {
    package let children: [AlikeChild]
    /// Records like it whom the reader may not see. They are found by names, dates of birth and numbers alone, and nothing is
    /// said of how they are like it.
    package let restricted: [SubjectID]
    /// More are like it than are shown.
    package let more: Bool

    package init(children: [AlikeChild], restricted: [SubjectID], more: Bool) {
        self.children = children
        self.restricted = restricted
        self.more = more
    }
}
