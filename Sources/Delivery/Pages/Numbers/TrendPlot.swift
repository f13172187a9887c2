import HTML

/// The chart itself: three grid lines, every sixth month named, a line for each series.
struct TrendPlot: HTML {
    private static let width = 480.0
    private static let height = 220.0
    private static let left = 40.0
    private static let right = 12.0
    private static let top = 12.0
    private static let bottom = 28.0

    let trend: Trend
    private let ceiling: Int

    init(trend: Trend) {
        self.trend = trend
        let highest = trend.series.flatMap(\.figures).compactMap(Self.count).max() ?? 0
        ceiling = Self.roundCeiling(above: highest)
    }

    var body: some HTML {
        svg(
            .class("trend"), .viewBox(width: Self.width, height: Self.height), .role("img"),
            .aria("labelledby", "trend-title trend-words")
        ) {
            SVG.title(.id("trend-title")) { trend.heading }
            SVG.desc(.id("trend-words")) { trend.summary }
            grid
            monthNames
            for line in trend.series {
                for stretch in stretches(of: line) {
                    TrendStretch(points: stretch, stroke: line.stroke)
                }
            }
        }
    }

    private var grid: some HTML {
        SVG.g {
            for share in [0, 1, 2] {
                let height = y(ceiling * share / 2)
                SVG.line(
                    .class("grid"), .x1(Self.left), .y1(height), .x2(Self.width - Self.right), .y2(height)
                ) {}
                SVG.text(.class("tick"), .x(Self.left - 6), .y(height + 4), .textAnchor("end")) {
                    "\(Grouped(ceiling * share / 2))"
                }
            }
        }
    }

    /// Every sixth month, counted from the last so that the newest is always named.
    private var monthNames: some HTML {
        SVG.g {
            for (place, month) in trend.months.enumerated()
            where (trend.months.count - 1 - place).isMultiple(of: 6) {
                SVG.text(
                    .class((trend.months.count - 1 - place).isMultiple(of: 12) ? "tick" : "tick minor"),
                    .x(x(place)), .y(Self.height - 8), .textAnchor(anchor(place))
                ) { month }
            }
        }
    }

    private func anchor(_ place: Int) -> String {
        place == trend.months.count - 1 ? "end" : place == 0 ? "start" : "middle"
    }

    /// Runs of months that can be shown; a hidden or unanswerable month ends one.
    private func stretches(of line: TrendSeries) -> [[(x: Double, y: Double)]] {
        var runs: [[(x: Double, y: Double)]] = [[]]
        for (place, figure) in line.figures.enumerated() {
            if let count = Self.count(figure) {
                runs[runs.count - 1].append((x(place), y(count)))
            } else if !runs[runs.count - 1].isEmpty {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    private func x(_ place: Int) -> Double {
        let steps = Double(max(trend.months.count - 1, 1))
        return Self.left + Double(place) / steps * (Self.width - Self.left - Self.right)
    }

    private func y(_ count: Int) -> Double {
        let share = Double(count) / Double(max(ceiling, 1))
        return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
    }

    private static func count(_ figure: Figure) -> Int? {
        if case .shown(let count, _) = figure { count } else { nil }
    }

    /// The next of 2, 4, 6, 8, 10, 20, 40 … so that half of it is whole too.
    private static func roundCeiling(above highest: Int) -> Int {
        var step = 1
        while true {
            for candidate in [2, 4, 6, 8, 10] where candidate * step >= highest {
                return candidate * step
            }
            step *= 10
        }
    }
}

private struct TrendStretch: HTML {
    let points: [(x: Double, y: Double)]
    let stroke: TrendSeries.Stroke

    var body: some HTML {
        SVG.polyline(.class(stroke.rawValue), .points(points)) {}
        // NB: a month alone between two breaks would have no line to be seen by.
        if points.count == 1, let only = points.first {
            SVG.circle(.class(stroke.rawValue), .cx(only.x), .cy(only.y), .r(2)) {}
        }
    }
}
