import HTML
import Measures
import Pages
import Publishing
import WorkingDays

/// The addresses of comparisons.
enum ComparisonAddress {
    static let all = "/numbers/compared"

    static func page(_ measure: MeasureID, council: String? = nil) -> String {
        "\(MeasureAddress.page(measure))/compared" + query(council)
    }

    static func query(_ council: String?) -> String { council.map { "?council=\(PercentText.encode($0))" } ?? "" }
}

/// A council's name in the published figures.
struct PublishedCouncil: Hashable {
    let code: String
    let name: String

    /// Those anything was published of, by name; one that was renamed is under its last.
    static func all(_ figures: [PublishedStatistic]) -> [PublishedCouncil] {
        var names: [String: (year: Int, name: String)] = [:]
        for figure in figures where figure.level == .council && (names[figure.code]?.year ?? 0) <= figure.year {
            names[figure.code] = (figure.year, figure.name)
        }
        return names.map { PublishedCouncil(code: $0.key, name: $0.value.name) }.sorted {
            ($0.name, $0.code) < ($1.name, $1.code)
        }
    }

    static func chooser(_ councils: [PublishedCouncil], chosen: String?, action: String) -> FilterForm {
        FilterForm(
            action: action,
            fields: [
                FilterField(
                    name: "council", words: "Council",
                    options: councils.map { FilterOption(value: $0.code, words: $0.name, isChosen: $0.code == chosen) },
                    anyWords: "Choose a council")
            ])
    }
}

/// One published measure of a council beside England, its region and similar councils.
struct ComparisonShowing {
    let compared: MeasureComparison
    let councils: [PublishedCouncil]
    let code: String
    /// The record's own code, where nothing was published under it and nobody chose another.
    let unknown: String?
    /// What this record itself counts, where the council is its own: "22.4% (47 of 210), 12 months to 31 Oct 2026".
    let own: String?

    private var measure: any Measure.Type { compared.measure }
    private var address: String { ComparisonAddress.page(measure.id) }

    var page: ComparisonPage {
        ComparisonPage(
            name: "\(measure.words.title), beside other councils",
            lede:
                "\(compared.council.name), year to 31 March \(compared.council.year): \(Self.words(compared.council.tenths)). England \(Self.words(compared.england?.tenths)), \(compared.council.region) \(Self.words(compared.region?.tenths)), the middle of ten similar councils \(Self.words(compared.similarMedian)).",
            trail: [
                Link(words: "Numbers", href: MainSection.numbers.path),
                Link(words: "Measures", href: MeasureAddress.all),
                Link(words: measure.words.title, href: MeasureAddress.page(measure.id)),
            ],
            chooser: PublishedCouncil.chooser(councils, chosen: code, action: address), paragraphs: paragraphs,
            drawn: chart.drawn(at: address, saying: [], query: ComparisonAddress.query(code)), tables: [nearest],
            links: [Link(words: "Every measure beside other councils", href: ComparisonAddress.all)])
    }

    private var paragraphs: [String] {
        let published =
            "The figures are the Department for Education's, under the definition this measure has; a year runs to 31 March. What was not published, or was hidden, is not known."
        if let unknown {
            return [
                "Nothing was published under this record's council code (\(unknown)). Shown is \(compared.council.name): choose a council.",
                published,
            ]
        }
        guard let own else { return [published] }
        return ["This record's own count: \(own). It is of other days than the published year.", published]
    }

    private static let series = [
        ("measured", "Solid line with points"), ("england", "Long dashes"), ("mean", "Dash and dot"),
        ("similar", "Dots"),
    ]

    var chart: PackChartShowing {
        let years = compared.byYear
        let names = [compared.council.name, "England", compared.council.region, "Middle of ten similar councils"]
        let values: [[Int?]] = [
            years.map { $0.council?.tenths }, years.map { $0.england?.tenths }, years.map { $0.region?.tenths },
            years.map(\.similar),
        ]
        let looks: [PublishedPlot.Look] = [.measured, .england, .mean, .similar]
        let plot = PublishedPlot(
            labels: years.map { String($0.year) },
            series: zip(zip(names, looks), values).map { name, values in
                .init(
                    name.0, name.1,
                    values.enumerated().map { .init(x: Double($0), y: $1.map { Double($0) / 10 }) })
            }, unit: "")
        let title = "\(measure.words.title), \(compared.council.name) and others, years to 31 March"
        let known = years.count { $0.council?.tenths != nil }
        let summary =
            "\(compared.council.name) in \(known) of \(years.count) years from \(years.first?.year ?? 0) to \(years.last?.year ?? 0), beside England, \(compared.council.region) and the middle of ten similar councils. The table has them all."
        return PackChartShowing(
            id: "compared", title: title, summary: summary,
            drawing: RenderedHTML(
                ComparisonDrawing(
                    id: "compared", title: title, summary: summary, labels: years.map { String($0.year) },
                    series: zip(Self.series, values).map { series, values in
                        (kind: series.0, values: values.map { $0.map { Double($0) / 10 } })
                    })),
            plot: plot, key: zip(Self.series, names).map { "\($0.1): \($1)" }, columns: ["Year to 31 March"] + names,
            rows: years.indices.map { place in [String(years[place].year)] + values.map { Self.words($0[place]) } })
    }

    private var nearest: InspectionPartPage.Table {
        .init(
            caption:
                "The ten councils nearest by published rates of referrals, children in need and section 47 enquiries per 10,000 children, year to 31 March \(compared.council.year): each rate divided by its standard deviation over all councils. They are not the official statistical neighbours.",
            columns: ["Council", "How far apart", measure.words.title],
            rows: compared.similar.map { neighbour, figure in
                [
                    .init(neighbour.name, href: ComparisonAddress.page(measure.id, council: neighbour.code)),
                    .init(Self.hundredths(neighbour.distance)), .init(Self.words(figure?.tenths)),
                ]
            }, nothing: "A rate of this council was not published for the year, so none can be said to be near it.")
    }

    static func words(_ tenths: Int?) -> String { tenths.map { "\($0 / 10).\($0 % 10)%" } ?? "not published" }

    private static func hundredths(_ value: Double) -> String {
        let number = Int((value * 100).rounded())
        return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }
}
