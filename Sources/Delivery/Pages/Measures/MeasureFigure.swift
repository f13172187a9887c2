import HTML

/// The value of a measure in one period, and the way to the children it is of.
package enum MeasureFigure: Sendable {
    /// "87.5%", "120 of 137"; the way is nil for readers who see numbers only.
    case shown(String, of: String, href: String? = nil)
    /// There was nothing to count.
    case nothing
    /// From 1 to 4, or what would give such a number away.
    case hidden
    /// What is loaded cannot answer: never a nought.
    case notCheckable

    var words: String {
        switch self {
        case .shown(let value, _, _): value
        case .nothing: "none counted"
        case .hidden: "hidden"
        case .notCheckable: "not checkable"
        }
    }
}

struct MeasureFigureView: HTML {
    let figure: MeasureFigure
    /// What is counted, for those who hear the link without its row: "Re-referrals, 12 months".
    let counted: String

    var body: some HTML {
        if case .shown(let value, let of, let href) = figure {
            if let href {
                a(.href(href), .class("figure")) {
                    value
                    span(.class("read-aloud")) { ": \(counted)" }
                }
            } else {
                span(.class("figure")) { value }
            }
            if !of.isEmpty {
                " "
                small(.class("of")) { of }
            }
        } else {
            span(.class("figure")) { figure.words }
        }
    }
}

/// Values in rows, each a way to its children.
package struct MeasureTable: Sendable {
    package struct Line: Sendable {
        package var name: Link
        package var figures: [MeasureFigure]
        /// The last months, oldest first; nil where one has no value. Drawn for the eye alone: the figures are on the
        /// measure's own page.
        package var months: [Int?]
        /// "higher", "lower" or nothing.
        package var better: String

        package init(name: Link, figures: [MeasureFigure], months: [Int?] = [], better: String = "") {
            self.name = name
            self.figures = figures
            self.months = months
            self.better = better
        }
    }

    package var caption: String
    package var rowHead: String
    package var columns: [String]
    package var lines: [Line]
    /// Whether each row says which way is better, and draws its months.
    package var isOfMeasures: Bool
    /// Whether it is opened by whoever wants it: a row for each of many days.
    package var isFolded = false

    package init(caption: String, rowHead: String, columns: [String], lines: [Line], isOfMeasures: Bool = false) {
        self.caption = caption
        self.rowHead = rowHead
        self.columns = columns
        self.lines = lines
        self.isOfMeasures = isOfMeasures
    }
}

struct MeasureTableView: HTML {
    let table: MeasureTable

    var body: some HTML {
        DataTable(caption: table.caption, columns: heads) {
            for line in table.lines {
                TableRow {
                    HeadCell(table.rowHead) {
                        if line.name.href.isEmpty {
                            line.name.words
                        } else {
                            a(.href(line.name.href)) { line.name.words }
                        }
                    }
                    for (column, figure) in zip(table.columns, line.figures) {
                        Cell(column, isNumber: true) {
                            MeasureFigureView(figure: figure, counted: "\(line.name.words), \(column)")
                        }
                    }
                    if table.isOfMeasures {
                        Cell("Last 12 months") { MonthsDrawn(months: line.months) }
                        Cell("Better") { line.better }
                    }
                }
            }
        }
    }

    private var heads: [Column] {
        let usual = [Column(stringLiteral: table.rowHead)] + table.columns.map(Column.number)
        return table.isOfMeasures ? usual + ["Last 12 months", "Better"] : usual
    }
}

/// Twelve months as one small line, without words.
private struct MonthsDrawn: HTML {
    private static let width = 96.0
    private static let height = 24.0

    let months: [Int?]

    var body: some HTML {
        svg(
            .class("trend months"), .viewBox(width: Self.width, height: Self.height), .aria("hidden", "true"),
            .unfocusable
        ) {
            for run in runs {
                SVG.polyline(.class("dotless"), .points(run)) {}
                if run.count == 1, let only = run.first { SVG.circle(.cx(only.x), .cy(only.y), .r(2)) {} }
            }
        }
    }

    private var runs: [[(x: Double, y: Double)]] {
        let known = months.compactMap { $0 }
        guard let least = known.min(), let most = known.max() else { return [] }
        let step = (Self.width - 6) / Double(max(months.count - 1, 1))
        var runs: [[(x: Double, y: Double)]] = [[]]
        for (place, month) in months.enumerated() {
            guard let month else {
                if runs.last?.isEmpty == false { runs.append([]) }
                continue
            }
            let share = most == least ? 0.5 : Double(month - least) / Double(most - least)
            runs[runs.count - 1].append((3 + Double(place) * step, Self.height - 3 - share * (Self.height - 6)))
        }
        return runs.filter { !$0.isEmpty }
    }
}
