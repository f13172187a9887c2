import Concerns
import Measures
import WorkingDays

/// Everything that is kept about a child besides entries. Made from the entries alone, and made again at any time.
package struct DerivedRows: Hashable, Sendable {
    package var summary: ChildSummary
    package var concerns: [DerivedConcern]
    /// Limbs that could not be answered for this child.
    package var notChecked: [NotChecked]
    package var keys: SearchKeys
    /// Whose records the evaluation looked at besides the child's: when one of them changes, it is done again.
    package var reads: Set<Subject>
    /// The first day on which no row of the retention schedule keeps the record; nil where it is open or no day can be told.
    package var keepUntil: Day?
    /// What the measures count of the child.
    package var measureCases: [MeasureCase] = []
    /// Visits planned of which nothing has come.
    package var plannedVisits: [PlannedVisitRow] = []

    package init(
        summary: ChildSummary, concerns: [DerivedConcern], notChecked: [NotChecked], keys: SearchKeys,
        reads: Set<Subject>, keepUntil: Day? = nil
    ) {
        self.summary = summary
        self.concerns = concerns
        self.notChecked = notChecked
        self.keys = keys
        self.reads = reads
        self.keepUntil = keepUntil
    }
}
