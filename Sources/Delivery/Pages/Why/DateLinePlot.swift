import HTML

/// The drawing: shaded days that do not count, a rail, and a numbered point for each day.
struct DateLinePlot: HTML {
    static let width = 360.0
    private static let margin = 14.0
    private let dates: DateLine
    private let points: [(x: Double, level: Int)]

    init(dates: DateLine) {
        self.dates = dates
        points = Self.place(dates)
    }

    /// Taller when a number had to be lifted over its neighbour.
    var height: Double { rail + 20 }

    private var rail: Double { points.contains { $0.level > 0 } ? 56 : 36 }

    var body: some HTML {
        // NB: over about four months a weekend is thinner than the eye can part; only longer breaks show.
        for pause in dates.notCounted where Double(pause.lengthInDays) * dayWidth >= 1.5 {
            SVG.rect(
                .class(pause.holiday == nil ? "pause" : "pause holiday"),
                .x(Self.margin + (Double(pause.dayNumber) - 0.5) * dayWidth),
                .y(rail - 14), .width(Double(pause.lengthInDays) * dayWidth), .height(28)
            ) {}
        }
        SVG.line(.class("rail"), .x1(Self.margin), .y1(rail), .x2(Self.width - Self.margin), .y2(rail)) {}
        for (place, point) in points.enumerated() {
            DatePoint(
                number: place + 1, x: point.x, rail: rail, level: point.level, role: dates.marks[place].role)
        }
    }

    private var dayWidth: Double { Self.dayWidth(dates) }

    private static func dayWidth(_ dates: DateLine) -> Double {
        (width - 2 * margin) / Double(max(dates.lengthInDays, 1))
    }

    /// Where each number stands: lifted a step when it would cover the one before.
    private static func place(_ dates: DateLine) -> [(x: Double, level: Int)] {
        var placed: [(x: Double, level: Int)] = []
        for mark in dates.marks {
            let x = margin + Double(mark.dayNumber) * dayWidth(dates)
            let isCrowded = placed.last.map { x - $0.x < 18 } ?? false
            placed.append((x, isCrowded ? ((placed.last?.level ?? 0) + 1) % 2 : 0))
        }
        return placed
    }
}

private struct DatePoint: HTML {
    let number: Int
    let x: Double
    let rail: Double
    let level: Int
    let role: DateMark.Role

    var body: some HTML {
        SVG.line(.class("stem"), .x1(x), .y1(rail), .x2(x), .y2(top + 9)) {}
        SVG.circle(.class(shape), .cx(x), .cy(rail), .r(4)) {}
        SVG.text(.class("number"), .x(x), .y(top + 5), .textAnchor("middle")) { "\(number)" }
    }

    private var top: Double { rail - (level == 0 ? 24 : 44) }

    private var shape: String {
        switch role {
        case .happened, .cleared: "point done"
        case .due: "point due"
        case .onset: "point onset"
        case .today: "point today"
        }
    }
}
