/// Something published reports criticise again and again, and what in a record shows it.
package struct FindingPattern: Hashable, Sendable {
    package let id: String
    package let group: String
    package let words: String
    /// Of the published reports that judged a service inadequate or requiring improvement, how many criticise it.
    package let adverseReports: Int
    package let recordedFact: String
    package let check: String
    /// What is counted here that would show it mended; empty where nothing is.
    package let measures: [Shown]

    package struct Shown: Hashable, Sendable {
        /// Of a measure.
        package let id: String
        /// What of the pattern it shows.
        package let words: String

        package init(id: String, words: String) {
            self.id = id
            self.words = words
        }
    }

    package init(
        id: String, group: String, words: String, adverseReports: Int, recordedFact: String, check: String,
        measures: [Shown] = []
    ) {
        self.id = id
        self.group = group
        self.words = words
        self.adverseReports = adverseReports
        self.recordedFact = recordedFact
        self.check = check
        self.measures = measures
    }
}
