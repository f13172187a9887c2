/// One entry a concern rests on, or that it looked for and did not find.
package struct EvidenceEntry: Sendable {
    package enum Body: Sendable {
        /// What the entry says, and where to open it.
        case shown(words: String, href: String?)
        /// An entry about a child this reader may not open: it counts, and is not shown.
        case notYours
        /// What was looked for and is not there.
        case absent(words: String)
    }

    /// "Tue 3 Nov 2026".
    package var date: String
    package var body: Body
    /// "J. Marsh, Thu 5 Nov 2026", or the file and row it came from.
    package var recorded: String
    package var isNoLongerInSource: Bool

    package init(date: String, body: Body, recorded: String, isNoLongerInSource: Bool = false) {
        self.date = date
        self.body = body
        self.recorded = recorded
        self.isNoLongerInSource = isNoLongerInSource
    }
}
