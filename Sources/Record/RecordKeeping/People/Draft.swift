import AccessRules
import ChildJourney
import WorkingDays

/// A form somebody has begun and not sent. It is no entry: it changes as they type, nobody else sees it, and it is gone
/// once it is sent, or after 30 days.
package struct Draft: Hashable, Sendable {
    /// The id of the form it was typed into. Going on with it is a form of its own.
    package let id: RecordID
    package let owner: UserID
    package let child: SubjectID
    /// Which form, and what it goes on with: "note", "plan-contingency P1". With owner and child this names the draft.
    package let form: String
    /// What stands in the fields, as a browser sends it.
    package let fields: String
    package let savedAt: Moment

    package init(id: RecordID, owner: UserID, child: SubjectID, form: String, fields: String, savedAt: Moment) {
        self.id = id
        self.owner = owner
        self.child = child
        self.form = form
        self.fields = fields
        self.savedAt = savedAt
    }

    /// Days after which a draft nobody went on with is gone.
    package static let keptDays = 30
}
