import HTML

/// Search: one box for a name, a former name, a date of birth or a number.
package struct SearchPage: Page {
    package var query: String
    package var outcome: SearchOutcome
    /// Matching children this reader may not open: counted, never left out.
    package var restricted: Int
    /// Where a restricted record can be opened in an emergency, for whoever may.
    package var emergencies: [Link] = []
    /// Where a child who is not among those found can be referred; nil where the reader may not, or where the record is
    /// kept elsewhere.
    package var referHref: String?
    /// Adults found beside the children, each leading to their own page.
    package var adults: [PersonLine] = []

    package init(
        query: String = "", outcome: SearchOutcome = .notAsked, restricted: Int = 0, referHref: String? = nil
    ) {
        self.referHref = referHref
        self.query = query
        self.outcome = outcome
        self.restricted = restricted
    }

    package var title: String { query.isEmpty ? "Search" : "Search: \(query)" }
    package var section: MainSection? { .search }

    package func content(in frame: Frame) -> some HTML {
        SearchView(page: self, frame: frame)
    }
}

/// What a search came to.
package enum SearchOutcome: Sendable {
    case notAsked
    case nothing
    case found([SearchResult], position: ListPosition)
    /// More than can be read through; the nearest are shown.
    /// `total` is nil where nobody counted how many more there are.
    case tooMany([SearchResult], total: Int?)
}

/// One child found.
package struct SearchResult: Sendable {
    package var name: String
    package var href: String
    /// "Fri 11 Feb 2022", "due Tue 2 Feb 2027".
    package var born: String
    /// "100231".
    package var identifiers: [String]
    package var statuses: [StatusTag]
    /// "Sounds like Okoro", "Former name: Tamar Pryce".
    package var whyMatched: String

    package init(
        name: String, href: String, born: String, identifiers: [String], statuses: [StatusTag],
        whyMatched: String
    ) {
        self.name = name
        self.href = href
        self.born = born
        self.identifiers = identifiers
        self.statuses = statuses
        self.whyMatched = whyMatched
    }
}
