import HTML

struct TrendView: HTML {
    let trend: Trend

    var body: some HTML {
        section(.aria("labelledby", "trend")) {
            h2(.id("trend")) { trend.heading }
            ul(.class("legend")) {
                for line in trend.series {
                    li {
                        svg(
                            .class("trend key"), .viewBox(width: 32, height: 8), .aria("hidden", "true"),
                            .unfocusable
                        ) {
                            SVG.line(.class(line.stroke.rawValue), .x1(0), .y1(4), .x2(32), .y2(4)) {}
                        }
                        line.name
                    }
                }
            }
            TrendPlot(trend: trend)
            details {
                summary { "The same numbers as a table" }
                TrendTable(trend: trend)
            }
            p(.class("take")) { a(.href(trend.csvHref)) { "Download these numbers (CSV)" } }
        }
    }
}

private struct TrendTable: HTML {
    let trend: Trend

    var body: some HTML {
        DataTable(caption: trend.heading, columns: ["Month"] + trend.series.map { Column.number($0.name) }) {
            for (place, month) in trend.months.enumerated() {
                TableRow {
                    HeadCell("Month") { month }
                    for line in trend.series {
                        Cell(line.name, isNumber: true) {
                            FigureView(figure: figure(of: line, at: place), counted: "\(line.name), \(month)")
                        }
                    }
                }
            }
        }
    }

    /// A month the series does not reach is a month nothing is known of.
    private func figure(of line: TrendSeries, at place: Int) -> Figure {
        place < line.figures.count ? line.figures[place] : .notCheckable
    }
}
