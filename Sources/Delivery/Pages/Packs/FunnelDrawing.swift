import HTML

/// Teams by size and share, between the limits of chance for a team of that size.
package struct FunnelDrawing: HTML, Sendable {
    package struct Point: Sendable {
        let size: Double
        let share: Double
        let isBeyond: Bool

        package init(size: Double, share: Double, isBeyond: Bool) {
            self.size = size
            self.share = share
            self.isBeyond = isBeyond
        }
    }

    let id: String
    let title: String
    let summary: String
    /// In per cent, as every share here.
    let common: Double
    let points: [Point]
    /// Four lines: what each is drawn as, and its share by size.
    let curves: [(kind: String, points: [(size: Double, share: Double)])]

    package init(
        id: String, title: String, summary: String, common: Double, points: [Point],
        curves: [(kind: String, points: [(size: Double, share: Double)])]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.common = common
        self.points = points
        self.curves = curves
    }

    package var body: some HTML {
        svg(
            .class("chart"), .viewBox(width: ChartFrame.width, height: ChartFrame.height), .role("img"),
            .aria("labelledby", "\(id)-title \(id)-words")
        ) {
            SVG.title(.id("\(id)-title")) { title }
            SVG.desc(.id("\(id)-words")) { summary }
            ChartGrid(frame: frame, unit: "%")
            for size in [0, (largest / 2).rounded(), largest] {
                ChartLabel(
                    frame: frame, words: ChartFrame.number(size), at: size, anchor: size == 0 ? "start" : "middle")
            }
            ChartLine(frame: frame, kind: "mean", at: common)
            for curve in drawn { SVG.polyline(.class(curve.kind), .points(curve.points)) {} }
            for mark in marks {
                SVG.circle(.class(mark.kind), .cx(mark.x), .cy(mark.y), .r(mark.kind == "point" ? 3 : 6)) {}
            }
        }
    }

    private var largest: Double { points.map(\.size).max() ?? 1 }
    private var frame: ChartFrame { ChartFrame(across: 0...max(largest * 1.05, 1), up: 0...100) }

    private var drawn: [(kind: String, points: [(x: Double, y: Double)])] {
        curves.map { curve in (curve.kind, curve.points.map { (frame.x($0.size), frame.y($0.share)) }) }
    }

    private var marks: [(kind: String, x: Double, y: Double)] {
        points.map { ($0.isBeyond ? "beyond" : "point", frame.x($0.size), frame.y($0.share)) }
    }
}
