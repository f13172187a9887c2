/// What a dip sample is drawn for: a value read from data.
package struct AuditTheme: Hashable, Sendable {
    /// From which children it is drawn.
    package enum Frame: Hashable, Sendable {
        /// For whom a concern stands: its code.
        case concern(String)
        /// About whom something of a kind was recorded in the last so many months, by the kind as it is stored.
        case recorded(String, months: Int)
        /// Closed in the last so many months.
        case closed(months: Int)
    }

    package let id: String
    package let title: String
    package let frame: Frame
    package let tool: String
    /// Questions of the tool that are looked at first.
    package let lookFor: [String]
    package let words: String
    package let source: SourceMark

    package init(
        id: String, title: String, frame: Frame, tool: String, lookFor: [String], words: String, source: SourceMark
    ) {
        self.id = id
        self.title = title
        self.frame = frame
        self.tool = tool
        self.lookFor = lookFor
        self.words = words
        self.source = source
    }
}
