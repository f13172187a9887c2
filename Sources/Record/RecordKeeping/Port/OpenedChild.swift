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
    package let restriction: Restriction
    package var isRestricted: Bool { restriction.isRestricted }
    /// What must not be told of the child, with what is withheld for those they belong with.
    package let withholding: Withholding
    /// What is recorded about the people around the child: for working things out again, and no leave to show any of them.
    package let surroundings: Surroundings
    package var samePeople = SamePeople()

    package init(
        child: SubjectID, history: History, summary: ChildSummary, concerns: [Concern], notChecked: [NotChecked],
        source: SourceName, setting: Setting, restriction: Restriction, withholding: Withholding = Withholding(),
        surroundings: Surroundings = Surroundings()
    ) {
        self.child = child
        self.history = history
        self.summary = summary
        self.concerns = concerns
        self.notChecked = notChecked
        self.source = source
        self.setting = setting
        self.restriction = restriction
        self.withholding = withholding
        self.surroundings = surroundings
    }

    /// The child's story with the people around them, as believed now or as known at a past moment.
    package func journey(asKnownAt moment: Moment? = nil) -> Journey {
        var journey = history.journey(asKnownAt: moment)
        if !surroundings.isEmpty { journey.family = surroundings.family(asKnownAt: moment) }
        return journey
    }
}
