/// The numbers of a chart, for programs that draw charts themselves.
package struct PublishedPlot: Hashable, Sendable {
    /// How a line is drawn: told apart by its dashes, never by colour.
    package enum Look: Hashable, Sendable {
        /// What was measured: a line with a point at each place.
        case measured
        /// Points alone.
        case points
        case mean, limit, england, similar, target
    }

    package struct Point: Hashable, Sendable {
        /// Where it stands across; the number of its label where there are labels.
        package var x: Double
        /// Nil where there is none: the line breaks.
        package var y: Double?
        /// Larger and hollow.
        package var isMarked: Bool

        package init(x: Double, y: Double?, isMarked: Bool = false) {
            self.x = x
            self.y = y
            self.isMarked = isMarked
        }
    }

    package struct Series: Hashable, Sendable {
        package var words: String
        package var look: Look
        package var points: [Point]

        package init(_ words: String, _ look: Look, _ points: [Point]) {
            self.words = words
            self.look = look
            self.points = points
        }
    }

    /// What stands below each place across; empty where numbers do.
    package var labels: [String]
    package var series: [Series]
    /// "%" or nothing.
    package var unit: String

    package init(labels: [String] = [], series: [Series], unit: String) {
        self.labels = labels
        self.series = series
        self.unit = unit
    }
}
