import HTML

/// Points over time between the limits of chance. Points beyond chance are larger and hollow; lines differ by their dashes.
package struct RunDrawing: HTML, Sendable {
    let id: String
    let title: String
    let summary: String
    let labels: [String]
    let values: [Double?]
    let marked: [Bool]
    /// The mean and the limits, England, similar councils: what each line is drawn as, and where.
    let lines: [(kind: String, words: String, value: Double)]
    let unit: String

    package init(
        id: String, title: String, summary: String, labels: [String], values: [Double?], marked: [Bool],
        lines: [(kind: String, words: String, value: Double)], unit: String
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.labels = labels
        self.values = values
        self.marked = marked
        self.lines = lines
        self.unit = unit
    }

    package var body: some HTML {
        svg(
            .class("chart"), .viewBox(width: ChartFrame.width, height: ChartFrame.height), .role("img"),
            .aria("labelledby", "\(id)-title \(id)-words")
        ) {
            SVG.title(.id("\(id)-title")) { title }
            SVG.desc(.id("\(id)-words")) { summary }
            ChartGrid(frame: frame, unit: unit)
            for (place, label) in labels.enumerated() where (labels.count - 1 - place).isMultiple(of: 4) {
                ChartLabel(frame: frame, words: label, at: Double(place), anchor: anchor(place))
            }
            for line in lines { ChartLine(frame: frame, kind: line.kind, at: line.value) }
            for stretch in stretches(frame) { SVG.polyline(.class("measured"), .points(stretch)) {} }
            for mark in marks {
                SVG.circle(.class(mark.kind), .cx(mark.x), .cy(mark.y), .r(mark.kind == "point" ? 3 : 6)) {}
            }
        }
    }

    private var frame: ChartFrame {
        let highest = (values.compactMap(\.self) + lines.map { $0.value }).max() ?? 0
        let ceiling = ChartFrame.ceiling(above: highest)
        return ChartFrame(
            across: 0...Double(max(labels.count - 1, 1)), up: 0...max(unit == "%" ? min(100, ceiling) : ceiling, 1))
    }

    private var marks: [(kind: String, x: Double, y: Double)] {
        values.enumerated().compactMap { place, value in
            value.map { (marked[place] ? "beyond" : "point", frame.x(Double(place)), frame.y($0)) }
        }
    }

    private func anchor(_ place: Int) -> String { place == labels.count - 1 ? "end" : place == 0 ? "start" : "middle" }

    private func stretches(_ frame: ChartFrame) -> [[(x: Double, y: Double)]] {
        var runs: [[(x: Double, y: Double)]] = [[]]
        for (place, value) in values.enumerated() {
            if let value {
                runs[runs.count - 1].append((frame.x(Double(place)), frame.y(value)))
            } else {
                runs.append([])
            }
        }
        return runs.filter { $0.count > 1 }
    }
}
