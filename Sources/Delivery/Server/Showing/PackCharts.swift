import API
import HTML
import Hummingbird
import Pages
import Publishing
import RecordKeeping
import WorkingDays

/// A chart of a pack: its drawing, and its table.
struct PackChartShowing {
    let id: String
    let title: String
    /// What it shows, in a sentence.
    let summary: String
    let drawing: RenderedHTML
    let plot: PublishedPlot
    let key: [String]
    let columns: [String]
    let rows: [[String]]
    /// As a program reads them: months as numbers.
    private var plainRows: [[String]]

    init(
        id: String, title: String, summary: String, drawing: RenderedHTML, plot: PublishedPlot, key: [String],
        columns: [String], rows: [[String]]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.drawing = drawing
        self.plot = plot
        self.key = key
        self.columns = columns
        self.rows = rows
        plainRows = rows
    }

    /// - Parameter place: Sets apart the ids of one chart from another's on a page.
    init(_ run: Pack.Run, place: Int) {
        id = run.id
        title = run.title
        let unit = run.isPercent ? "%" : ""
        let named: [(String, String, Int?)] = [
            ("mean", "Mean of the months shown", run.centre), ("limit", "Upper limit of chance", run.upper),
            ("limit", "Lower limit of chance", run.lower), ("england", "England", run.england),
            ("similar", "Middle of ten similar councils", run.similar),
        ]
        let aims = (run.targets ?? []).map { target in
            ("target", "Target of the plan, by \(target.byOn.shortWords)", Int?.some(target.tenths))
        }
        let lines = (named + aims).compactMap { kind, words, tenths in
            tenths.map { (kind: kind, words: words, value: Self.value($0)) }
        }
        let year = run.comparedYear.map { ", year to 31 March \($0)" } ?? ""
        key = lines.map { line in
            let isPublished = line.kind == "england" || line.kind == "similar"
            return "\(Self.look(line.kind)): \(line.words), \(Self.number(line.value))\(unit)\(isPublished ? year : "")"
        }
        let shown = run.values.compactMap(\.self)
        let beyond = run.signals.count { !$0.isEmpty }
        let summary =
            shown.isEmpty
            ? "No month can be shown."
            : "From \(Self.number(Self.value(shown.min() ?? 0)))\(unit) to \(Self.number(Self.value(shown.max() ?? 0)))\(unit) over \(shown.count) months shown; \(beyond) beyond chance. The table has them all."
        self.summary = summary
        drawing = RenderedHTML(
            RunDrawing(
                id: "chart-\(place)", title: run.title, summary: summary, labels: run.monthsInWords,
                values: run.values.map { $0.map(Self.value) }, marked: run.signals.map { !$0.isEmpty }, lines: lines,
                unit: unit))
        plot = PublishedPlot(
            labels: run.monthsInWords,
            series: [
                .init(
                    "Month by month", .measured,
                    run.months.indices.map {
                        .init(
                            x: Double($0), y: run.values[$0].map(Self.value), isMarked: !run.signals[$0].isEmpty)
                    })
            ]
                + lines.map { line in
                    .init(
                        line.words, Self.plotLook(line.kind),
                        run.months.indices.map { .init(x: Double($0), y: line.value) })
                }, unit: unit)
        // What the months are to be held against stands beside each of them, so that a table says it without its drawing.
        let beside = lines.filter { ["england", "similar", "target"].contains($0.kind) }
        columns =
            ["Month", "Value", "Beyond chance"]
            + beside.map { $0.kind == "target" ? $0.words : "\($0.words)\(year)" }
        plainRows = run.months.indices.map { month in
            [run.months[month], run.words[month], run.signals[month].isEmpty ? "no" : run.signals[month]]
                + beside.map { "\(Self.number($0.value))\(unit)" }
        }
        rows = zip(run.monthsInWords, plainRows).map { [$0] + $1.dropFirst() }
    }

    init(_ funnel: Pack.Funnel, place: Int) {
        id = funnel.id
        title = funnel.title
        let beyond = funnel.teams.count { $0.words.hasPrefix("outside 99.8") }
        key = [
            "Dash and dot: the council, \(Self.number(Self.value(funnel.common)))%", "Long dashes: limits of 95%",
            "Short dashes: limits of 99.8%", "Across: how many the team's figure is of",
        ]
        func curve(_ kind: String, _ share: (Pack.Funnel.Limit) -> Int) -> (String, [(Double, Double)]) {
            (kind, funnel.curve.map { (Double($0.size), Self.value(share($0))) })
        }
        let curves = [
            curve("england", \.low95), curve("england", \.high95), curve("limit", \.low998), curve("limit", \.high998),
        ]
        summary =
            "\(funnel.teams.count) teams shown, \(beyond) outside the limits of 99.8%. The table has them all."
        drawing = RenderedHTML(
            FunnelDrawing(
                id: "chart-\(place)", title: funnel.title,
                summary: summary,
                common: Self.value(funnel.common),
                points: funnel.teams.map {
                    .init(
                        size: Double($0.denominator), share: Self.value($0.tenths),
                        isBeyond: $0.words.hasPrefix("outside"))
                }, curves: curves.map { (kind: $0.0, points: $0.1.map { (size: $0.0, share: $0.1) }) }))
        plot = PublishedPlot(
            series: [
                .init(
                    "Teams", .points,
                    funnel.teams.map {
                        .init(
                            x: Double($0.denominator), y: Self.value($0.tenths),
                            isMarked: $0.words.hasPrefix("outside"))
                    }),
                .init(
                    "The council", .mean,
                    funnel.curve.map { .init(x: Double($0.size), y: Self.value(funnel.common)) }),
            ]
                + zip(
                    ["Lower limit of 95%", "Upper limit of 95%", "Lower limit of 99.8%", "Upper limit of 99.8%"], curves
                )
                .map { words, curve in
                    .init(words, Self.plotLook(curve.0), curve.1.map { .init(x: $0.0, y: $0.1) })
                }, unit: "%")
        columns = ["Team", "Value", "How many", "Beside the council"]
        rows = funnel.teams.map {
            [$0.name, "\(Self.number(Self.value($0.tenths)))%", "\($0.numerator) of \($0.denominator)", $0.words]
        }
        plainRows = rows
    }

    /// As it stands on a page of its own numbers, with its files under `address`.
    func drawn(at address: String, saying words: [String], query: String = "") -> PackPage.Drawn {
        let file = "\(address)/charts/\(id)"
        return PackPage.Drawn(
            heading: title, drawing: drawing, key: key,
            table: .init(
                caption: title, columns: columns, rows: rows.map { $0.map { .init($0) } }, nothing: "Nothing to count."),
            links: [
                Link(words: "Download the drawing", href: "\(file).svg\(query)"),
                Link(words: "Download the numbers (CSV)", href: "\(file).csv\(query)"),
                Link(words: "To print", href: "\(file).html\(query)"),
            ], words: words)
    }

    /// The drawing with its table, to print.
    var document: PublishedDocument {
        PublishedDocument(
            title: title,
            blocks: (key.isEmpty ? [] : [.list(key, isNumbered: false)]) + [
                .chart(
                    .init(
                        svg: svg, alternative: "\(title). \(summary)", plot: plot,
                        table: .init(caption: title, columns: columns, rows: rows)))
            ])
    }

    /// As the file an address names: the chart's id with `svg`, `csv`, or `html` to print.
    func file(named name: String) throws -> Response {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == id else { throw Refused.notFound }
        switch parts[1] {
        case "svg": return .file(svg, "image/svg+xml; charset=utf-8", named: "\(id).svg")
        case "csv": return .table(csv, named: "\(id).csv")
        case "html": return .file(PrintReadyPage(document).render(), "text/html; charset=utf-8", named: "\(id).html")
        default: throw Refused.notFound
        }
    }

    /// A drawing that stands alone: nothing is fetched, and the look is within it.
    var svg: [UInt8] {
        let text = drawing.renderText()
        guard let end = text.firstIndex(of: ">") else { return [] }
        let opening = text[..<end].replacing("<svg", with: "<svg xmlns=\"http://www.w3.org/2000/svg\"")
        return Array("\(opening)><style>\(Self.look)</style>\(text[text.index(after: end)...])".utf8)
    }

    var csv: [UInt8] {
        var csv = CSVText(header: columns, marked: true)
        for row in plainRows { csv.row(row) }
        return csv.bytes
    }

    private static func look(_ kind: String) -> String {
        switch kind {
        case "mean": "Dash and dot"
        case "limit": "Short dashes"
        case "england": "Long dashes"
        case "target": "Dash and two dots"
        default: "Dots"
        }
    }

    private static func plotLook(_ kind: String) -> PublishedPlot.Look {
        switch kind {
        case "mean": .mean
        case "limit": .limit
        case "england": .england
        case "target": .target
        default: .similar
        }
    }

    private static func value(_ tenths: Int) -> Double { Double(tenths) / 10 }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// The rules of the style sheet, for where it is not.
    private static let look = """
        .grid{stroke:#b1b4b6}.tick{font:11px Arial,sans-serif;fill:#505a5f}.measured{fill:none;stroke:#0b0c0c;stroke-width:2}\
        .point{fill:#0b0c0c}.beyond{fill:#fff;stroke:#0b0c0c;stroke-width:3}.mean,.limit,.england,.similar,.target{fill:none;stroke:#0b0c0c}\
        .mean{stroke-dasharray:10 3 2 3}.limit{stroke-dasharray:3 3}.england{stroke-dasharray:12 4}.similar{stroke-dasharray:1 4}.target{stroke-width:2;stroke-dasharray:14 3 2 3 2 3}
        """
}
