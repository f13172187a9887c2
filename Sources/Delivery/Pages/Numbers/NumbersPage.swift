import HTML

/// Numbers: how many children, of what, over time and by team; each opens onto the children it counts.
package struct NumbersPage: Page {
    /// "All teams".
    package var scope: String
    package var counts: ThreeCounts
    package var trend: Trend
    package var byKind: NumberTable
    package var byConcern: NumberTable
    package var byTeam: NumberTable
    /// What stands about workers and teams; nobody who sees numbers only is shown it.
    package var service: [ServiceLine]
    /// Small numbers are hidden from this reader.
    package var isSuppressed: Bool
    /// A day that is over, where the numbers are of it.
    package var asItStoodOn: String?
    /// Nil for readers who are shown today only.
    package var dayForm: DayForm?

    package init(
        scope: String, counts: ThreeCounts, trend: Trend, byKind: NumberTable, byConcern: NumberTable,
        byTeam: NumberTable, service: [ServiceLine] = [], isSuppressed: Bool = false,
        asItStoodOn: String? = nil, dayForm: DayForm? = nil
    ) {
        self.scope = scope
        self.counts = counts
        self.trend = trend
        self.byKind = byKind
        self.byConcern = byConcern
        self.byTeam = byTeam
        self.service = service
        self.isSuppressed = isSuppressed
        self.asItStoodOn = asItStoodOn
        self.dayForm = dayForm
    }

    package var title: String { "Numbers" }
    package var section: MainSection? { .numbers }

    package func content(in frame: Frame) -> some HTML {
        NumbersView(page: self, frame: frame)
    }
}
