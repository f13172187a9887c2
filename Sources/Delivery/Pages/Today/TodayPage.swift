import HTML

/// Today: the children a reader answers for, and what is missing for each.
package struct TodayPage: Page {
    /// Whose children: "Children held by Assessment North."
    package var scope: String
    package var counts: ThreeCounts
    package var tabs: [Tab]
    package var filters: FilterForm
    package var list: ChildList
    /// The list as a file; nil where the reader may not take one away.
    package var downloadHref: String?

    package init(
        scope: String, counts: ThreeCounts, tabs: [Tab], filters: FilterForm, list: ChildList,
        downloadHref: String? = nil
    ) {
        self.scope = scope
        self.counts = counts
        self.tabs = tabs
        self.filters = filters
        self.list = list
        self.downloadHref = downloadHref
    }

    package var title: String {
        "Today: \(counts.unsafeNow.figure.words) unsafe now, "
            + "\(counts.atPotentialRisk.figure.words) left at potential risk"
    }
    package var section: MainSection? { .today }

    package func content(in frame: Frame) -> some HTML {
        TodayView(page: self, frame: frame)
    }
}

/// One of the ways to look at a list: "Now", "Next 14 days", "Backlog", "Cleared".
package struct Tab: Sendable {
    package var words: String
    package var count: Int
    package var href: String
    package var isCurrent: Bool

    package init(words: String, count: Int, href: String, isCurrent: Bool) {
        self.words = words
        self.count = count
        self.href = href
        self.isCurrent = isCurrent
    }
}
