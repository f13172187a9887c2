import AccessRules
import ChildJourney
import Concerns
import WorkingDays

/// One child's record, opened: everything a page about the child is made from.
package struct OpenedChild: Sendable {
    package let child: SubjectID
    package let history: History
    package let summary: ChildSummary
    package let concerns: [Concern]
    package let notChecked: [NotChecked]
    package let source: SourceName
    /// What the concerns were evaluated against.
    package let setting: Setting
    package let isRestricted: Bool
    /// What must not be told of the child, with what is withheld for those they belong with.
    package let withholding: Withholding

    package init(
        child: SubjectID, history: History, summary: ChildSummary, concerns: [Concern], notChecked: [NotChecked],
        source: SourceName, setting: Setting, isRestricted: Bool, withholding: Withholding = Withholding()
    ) {
        self.child = child
        self.history = history
        self.summary = summary
        self.concerns = concerns
        self.notChecked = notChecked
        self.source = source
        self.setting = setting
        self.isRestricted = isRestricted
        self.withholding = withholding
    }
}
