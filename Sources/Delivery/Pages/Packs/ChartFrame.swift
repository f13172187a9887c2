import HTML

/// Where things lie in a drawing of a chart, in its own units.
struct ChartFrame {
    static let width = 560.0
    static let height = 260.0
    static let left = 52.0
    static let right = 16.0
    private static let top = 14.0
    private static let bottom = 34.0

    /// What stands at the left and right end, and at the foot and head.
    let across: ClosedRange<Double>
    let up: ClosedRange<Double>

    func x(_ value: Double) -> Double {
        let span = max(across.upperBound - across.lowerBound, 0.000_001)
        return Self.left + (value - across.lowerBound) / span * (Self.width - Self.left - Self.right)
    }

    func y(_ value: Double) -> Double {
        let span = max(up.upperBound - up.lowerBound, 0.000_001)
        let share = (min(max(value, up.lowerBound), up.upperBound) - up.lowerBound) / span
        return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
    }

    /// The next of 1, 2, 4, 5, 10, 20 … that is not below.
    static func ceiling(above highest: Double) -> Double {
        var step = 1.0
        while true {
            for candidate in [1.0, 2, 4, 5, 10] where candidate * step >= highest { return candidate * step }
            step *= 10
        }
    }

    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

/// Five lines across, with what they stand for.
struct ChartGrid: HTML {
    let frame: ChartFrame
    let unit: String

    var body: some HTML {
        SVG.g {
            for value in steps {
                SVG.line(
                    .class("grid"), .x1(ChartFrame.left), .y1(frame.y(value)), .x2(ChartFrame.width - ChartFrame.right),
                    .y2(frame.y(value))
                ) {}
                SVG.text(.class("tick"), .x(ChartFrame.left - 6), .y(frame.y(value) + 4), .textAnchor("end")) {
                    ChartFrame.number(value) + unit
                }
            }
        }
    }

    private var steps: [Double] {
        (0...4).map { frame.up.lowerBound + (frame.up.upperBound - frame.up.lowerBound) * Double($0) / 4 }
    }
}

struct ChartLabel: HTML {
    let frame: ChartFrame
    let words: String
    let at: Double
    let anchor: String

    var body: some HTML {
        SVG.text(.class("tick"), .x(frame.x(at)), .y(ChartFrame.height - 12), .textAnchor(anchor)) { words }
    }
}

struct ChartLine: HTML {
    let frame: ChartFrame
    let kind: String
    let at: Double

    var body: some HTML {
        SVG.line(
            .class(kind), .x1(ChartFrame.left), .y1(frame.y(at)), .x2(ChartFrame.width - ChartFrame.right),
            .y2(frame.y(at))
        ) {}
    }
}
