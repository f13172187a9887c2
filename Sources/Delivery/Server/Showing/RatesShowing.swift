import Casework
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// Counts of this record per 10,000 children of its area, beside what is published; and the way to each comparison.
struct RatesShowing {
    /// Counted of this record, and said per 10,000 children.
    static let measures: [any Measure.Type] = [
        ReferralsReceived.self, ChildrenInNeed.self, EnquiriesBegun.self, ProtectionPlans.self,
    ]

    let values: MeasureValues
    let day: Day
    let council: String
    /// Nil where nothing was published that says how many children there are.
    let population: PublishedPopulation?
    let figures: (String) throws -> [PublishedStatistic]

    static func asked(to day: Day) -> MeasuresAsked {
        MeasuresAsked([.rolling(.year, to: day), .day(day)], of: measures.map { $0.id }, by: [.everybody])
    }

    func page() throws -> InspectionPartPage {
        var page = InspectionPartPage(
            name: "Beside other councils",
            lede: "Measures that are published of every council under the same definition.",
            trail: [
                Link(words: "Numbers", href: MainSection.numbers.path),
                Link(words: "Measures", href: MeasureAddress.all),
            ],
            parts: [
                .init(
                    links: MeasureComparison.measures.map {
                        Link(words: $0.words.title, href: ComparisonAddress.page($0.id))
                    }),
                .init("Per 10,000 children", paragraphs: said, table: population == nil ? nil : try table()),
            ], csrfToken: "")
        page.section = .numbers
        return page
    }

    private var said: [String] {
        guard let population else {
            return [
                "Nothing was published under this record's council code (\(council)) that says how many children live in its area, so no rate is shown."
            ]
        }
        return [
            "About \((population.children + 50) / 100 * 100) children live in the area: what was published for the year to 31 March \(population.year), a count divided by its own rate (\(population.rate)). The counts of this record are of later days, so a rate is as good as that number still is.",
            "What happened is counted over the 12 months to \(day.words), what stood on that day.",
        ]
    }

    private func table() throws -> InspectionPartPage.Table {
        var rows: [[InspectionPartPage.Item]] = []
        for measure in Self.measures { rows.append(try row(measure)) }
        return .init(
            caption: "Per 10,000 children",
            columns: ["Measure", "This record's count", "Per 10,000", "Published of this council", "England"],
            rows: rows,
            nothing: "")
    }

    private func row(_ measure: any Measure.Type) throws -> [InspectionPartPage.Item] {
        let published = try measure.publishedRate.map(figures) ?? []
        let own = published.filter { $0.level == .council && $0.code == council && $0.tenths != nil }
            .max { $0.year < $1.year }
        let england = published.first { $0.level == .national && $0.year == own?.year }
        let counted = counted(measure)
        return [
            .init(measure.words.title, href: MeasureAddress.page(measure.id)), .init(counted.count),
            .init(counted.rate), .init(Self.words(own)), .init(Self.words(england)),
        ]
    }

    private func counted(_ measure: any Measure.Type) -> (count: String, rate: String) {
        let period: MeasurePeriod =
            measure.counting == .happened
            ? values.isSuppressed ? PublishedFigures.year(by: day) : .rolling(.year, to: day)
            : values.isSuppressed ? .month(0, before: day) : .day(day)
        if values.isHidden(measure, period) { return ("hidden", "hidden") }
        guard let sum = values.sum(measure, period), let population else { return ("not checkable", "not checkable") }
        let tenths = population.tenths(sum.numerator)
        return ("\(sum.numerator)", "\(tenths / 10).\(tenths % 10)")
    }

    private static func words(_ figure: PublishedStatistic?) -> String {
        guard let figure, let tenths = figure.tenths else { return "not published" }
        return "\(tenths / 10).\(tenths % 10), year to 31 March \(figure.year)"
    }
}
