import HTML

/// Lines over years, told apart by their dashes; the first has its points.
package struct ComparisonDrawing: HTML, Sendable {
    let id: String
    let title: String
    let summary: String
    let labels: [String]
    let series: [(kind: String, values: [Double?])]

    package init(
        id: String, title: String, summary: String, labels: [String], series: [(kind: String, values: [Double?])]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.labels = labels
        self.series = series
    }

    package var body: some HTML {
        svg(
            .class("chart"), .viewBox(width: ChartFrame.width, height: ChartFrame.height), .role("img"),
            .aria("labelledby", "\(id)-title \(id)-words")
        ) {
            SVG.title(.id("\(id)-title")) { title }
            SVG.desc(.id("\(id)-words")) { summary }
            ChartGrid(frame: frame, unit: "%")
            for (place, label) in labels.enumerated() where (labels.count - 1 - place).isMultiple(of: 3) {
                ChartLabel(
                    frame: frame, words: label, at: Double(place),
                    anchor: place == labels.count - 1 ? "end" : place == 0 ? "start" : "middle")
            }
            for line in stretches { SVG.polyline(.class(line.kind), .points(line.points)) {} }
            for mark in marks { SVG.circle(.class("point"), .cx(mark.x), .cy(mark.y), .r(3)) {} }
        }
    }

    private var frame: ChartFrame {
        let highest = series.flatMap { $0.values.compactMap(\.self) }.max() ?? 0
        return ChartFrame(
            across: 0...Double(max(labels.count - 1, 1)), up: 0...max(min(100, ChartFrame.ceiling(above: highest)), 1))
    }

    private var marks: [(x: Double, y: Double)] {
        (series.first?.values ?? []).enumerated().compactMap { place, value in
            value.map { (frame.x(Double(place)), frame.y($0)) }
        }
    }

    private var stretches: [(kind: String, points: [(x: Double, y: Double)])] {
        series.flatMap { line in
            var runs: [[(x: Double, y: Double)]] = [[]]
            for (place, value) in line.values.enumerated() {
                if let value {
                    runs[runs.count - 1].append((frame.x(Double(place)), frame.y(value)))
                } else {
                    runs.append([])
                }
            }
            return runs.filter { $0.count > 1 }.map { (line.kind, $0) }
        }
    }
}
