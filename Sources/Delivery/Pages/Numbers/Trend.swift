/// Counts month by month, as lines on a chart with the same numbers as a table.
package struct Trend: Sendable {
    /// "Children at the end of each month, Dec 2024 to Nov 2026".
    package var heading: String
    /// What the chart shows, in a sentence for those who cannot see it.
    package var summary: String
    /// "Nov 2026", oldest first.
    package var months: [String]
    package var series: [TrendSeries]
    package var csvHref: String

    package init(
        heading: String, summary: String, months: [String], series: [TrendSeries], csvHref: String
    ) {
        self.heading = heading
        self.summary = summary
        self.months = months
        self.series = series
        self.csvHref = csvHref
    }
}

/// One line of the chart, told from the others by its dashes as well as its colour.
package struct TrendSeries: Sendable {
    package enum Stroke: String, Sendable { case solid, dashed, dotted }

    /// "Left at potential risk".
    package var name: String
    package var stroke: Stroke
    /// As many as there are months. What is hidden or not checkable leaves a break in the line.
    package var figures: [Figure]

    package init(name: String, stroke: Stroke, figures: [Figure]) {
        self.name = name
        self.stroke = stroke
        self.figures = figures
    }
}
