import AccessRules
import ChildJourney

/// Who of a child's family is recorded twice, once as a child and once as an adult. Ids alone: whether they may be shown is
/// asked for each of them.
package struct SamePeople: Sendable {
    /// Adults, by id, who are said to be this child.
    package var asAdults: [String] = []
    /// Children whose mother or father such an adult is.
    package var ownChildren: [SubjectID] = []
    /// For an adult of this child's record, by id: the child they are said to be.
    package var childWhoIs: [String: SubjectID] = [:]

    package init() {}
}
