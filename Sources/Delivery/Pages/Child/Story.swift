/// A child's story: what happened, newest first, and where nothing was recorded.
package struct Story: Sendable {
    /// "Her story".
    package var heading: String
    package var filters: FilterForm
    package var entries: [StoryEntry]
    package var position: ListPosition
    /// Where it is shown beside others, or put together for somebody.
    package var links: [Link] = []

    package init(heading: String, filters: FilterForm, entries: [StoryEntry], position: ListPosition) {
        self.heading = heading
        self.filters = filters
        self.entries = entries
        self.position = position
    }
}

/// One thing that happened, or a stretch in which nothing was recorded.
package struct StoryEntry: Sendable {
    /// "Tue 3 Nov 2026".
    package var date: String
    /// "2026-11-03", for programs.
    package var isoDate: String
    /// "written up 3 working days later".
    package var writtenUp: String?
    /// "Visit", "School", "Nothing recorded".
    package var kind: String
    package var words: String
    /// The child's own words.
    package var quotation: String?
    package var href: String?
    /// Nothing was recorded here though something should have been: drawn as a break in the line.
    package var isGap: Bool
    package var isNoLongerInSource: Bool
    /// Whose story it is, where several are told together.
    package var whose: String?
    /// What the family says against it, and what was answered.
    package var disputes: [String] = []

    package init(
        date: String, isoDate: String, writtenUp: String? = nil, kind: String, words: String,
        quotation: String? = nil, href: String? = nil, isGap: Bool = false,
        isNoLongerInSource: Bool = false
    ) {
        self.date = date
        self.isoDate = isoDate
        self.writtenUp = writtenUp
        self.kind = kind
        self.words = words
        self.quotation = quotation
        self.href = href
        self.isGap = isGap
        self.isNoLongerInSource = isNoLongerInSource
    }
}
