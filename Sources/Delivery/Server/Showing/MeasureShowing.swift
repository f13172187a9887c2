import AccessRules
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// One measure, as its page shows it.
struct MeasureShowing {
    let measure: any Measure.Type
    let values: MeasureValues
    let day: Day
    /// Words for codes of primary need.
    let needs: [String: String]
    /// Whether the reader may see how decisions compare.
    var seesDecisions = false

    static func asked(_ measure: any Measure.Type, to day: Day, isSuppressed: Bool) -> MeasuresAsked {
        guard !isSuppressed else {
            let months = MeasureValues.months(upTo: day, count: 12)
            return MeasuresAsked(months, of: [measure.id], by: [.everybody])
        }
        return MeasuresAsked(
            MeasureValues.months(upTo: day, count: VariationShowing.months) + columns(measure, to: day).map(\.period)
                + days(to: day), of: [measure.id],
            by: Set(MeasureSlice.Dimension.allCases))
    }

    /// The last 31 days, the latest first.
    private static func days(to day: Day) -> [MeasurePeriod] { (0..<31).map { .day(day - $0) } }

    private static func columns(
        _ measure: any Measure.Type, to day: Day
    ) -> [(words: String, period: MeasurePeriod)] {
        switch measure.counting {
        case .happened:
            [
                ("This month", .month(0, before: day)), ("3 months", .rolling(.quarter, to: day)),
                ("12 months", .rolling(.year, to: day)),
            ]
        case .stood:
            [
                ("On \(day.shortWords)", .day(day)), ("3 months before", .day(day.adding(months: -3))),
                ("12 months before", .day(day.adding(months: -12))),
            ]
        }
    }

    private var months: [MeasurePeriod] { MeasureValues.months(upTo: day, count: 12) }

    var page: MeasurePage {
        let words = measure.words
        return MeasurePage(
            name: words.title, purpose: words.purpose,
            definition: [
                ("In the numerator", words.numerator), ("Out of", words.denominator), ("Left out", words.exclusions),
                ("Where it is from", words.source), ("For example", words.example),
                ("Counted", measure.counting.words), ("Better", measure.better.words),
                ("Its name", measure.id.text),
            ],
            trend: trend, tables: values.isSuppressed ? [byMonth] : [now] + slices + [byMonth, byDay],
            drawn: variation.drawn,
            because: values.taken.workingOut == nil ? values.because(measure) : nil,
            workingOut: MeasuresShowing.workingOut(values.taken),
            links: links, note: note)
    }

    var variation: VariationShowing { VariationShowing(measure: measure, values: values, day: day) }

    private var links: [Link] {
        let page = MeasureAddress.page(measure.id)
        var links = [Link(words: "Download these numbers (CSV)", href: "\(page)/figures.csv")]
        if measure.isPublished {
            links.append(
                Link(words: "Beside England, the region and similar councils", href: ComparisonAddress.page(measure.id))
            )
        }
        if seesDecisions, measure.id == ReferralsWithoutAction.id {
            links.append(Link(words: "Decisions on like facts, by manager and team", href: DecisionsRoutes.address))
        }
        return links
    }

    /// Whether it is of workers: then no group of children is a part of it.
    private var isOfWorkers: Bool { measure is any WorkforceMeasure.Type || measure.unit == .perWorker }

    private var note: String {
        if measure is any WorkforceMeasure.Type {
            return "It is counted from the register of workers: it opens onto nobody, and is of the whole council."
        }
        if isOfWorkers {
            return
                "Every number opens onto the children it counts. It is a mean, of no one worker: nobody is ranked by it."
        }
        if values.isSuppressed { return "Numbers from 1 to 4 are hidden, with any others that would give them away." }
        return
            "Every number opens onto the children it counts. By age, need, ethnicity and disability counts may be small: "
            + "do not pass them on to anybody who may not open the children."
    }

    private var trend: Trend {
        let unit =
            switch measure.unit {
            case .percent: "per cent"
            case .days: "days"
            case .perWorker: "children"
            case .children: measure.counting == .happened ? "in the month" : "children"
            }
        let figures: [Pages.Figure] = months.map { month in
            switch values.figure(measure, month) {
            case .notCheckable: return .notCheckable
            case .hidden: return .hidden
            case .nothing: return .nothing
            case .shown(_, _, let href):
                return values.point(measure, month).map { .shown($0, href: href) } ?? .nothing
            }
        }
        return Trend(
            heading: "\(measure.words.title), \(unit), by month",
            summary: "\(measure.words.title), month by month; the table below has every value.",
            months: months.map { $0.to.monthWords },
            series: [TrendSeries(name: measure.words.title, stroke: .solid, figures: figures)],
            csvHref: "\(MeasureAddress.page(measure.id))/figures.csv")
    }

    private var columns: [(words: String, period: MeasurePeriod)] { Self.columns(measure, to: day) }

    private var now: MeasureTable {
        measure is any WorkforceMeasure.Type
            ? table("In all", "Who", [.everybody])
            : table("In all, and by team", "Who", [.everybody] + slices(of: .team))
    }

    private var slices: [MeasureTable] {
        if isOfWorkers { return [] }
        return [MeasureSlice.Dimension.age, .need, .ethnicity, .disability].map { dimension in
            table("By \(dimension.words.lowercased())", dimension.words, slices(of: dimension))
        }
    }

    private func slices(of dimension: MeasureSlice.Dimension) -> [MeasureSlice] {
        let found = values.taken.tally.slices(dimension)
        switch dimension {
        case .everybody: return [.everybody]
        case .age: return AgeBand.allCases.map(MeasureSlice.age).filter(found.contains)
        case .ethnicity: return EthnicGroup.allCases.map(MeasureSlice.ethnicity).filter(found.contains)
        case .disability: return DisabilityGroup.allCases.map(MeasureSlice.disability).filter(found.contains)
        case .holder: return []
        case .team, .need: return found.sorted { words($0) < words($1) }
        }
    }

    private func words(_ slice: MeasureSlice) -> String {
        slice.words(teams: values.taken.teamNames, needs: needs)
    }

    private func table(_ caption: String, _ head: String, _ slices: [MeasureSlice]) -> MeasureTable {
        MeasureTable(
            caption: caption, rowHead: head, columns: columns.map(\.words),
            lines: slices.map { slice in
                MeasureTable.Line(
                    name: Link(words: words(slice), href: ""),
                    figures: columns.map { values.figure(measure, $0.period, of: slice) })
            })
    }

    private var byMonth: MeasureTable {
        MeasureTable(
            caption: "By month", rowHead: "Month", columns: [measure.words.title],
            lines: months.reversed().map { month in
                MeasureTable.Line(
                    name: Link(words: month.words, href: ""), figures: [values.figure(measure, month)])
            })
    }

    private var byDay: MeasureTable {
        var table = MeasureTable(
            caption: "By day", rowHead: "Day", columns: [measure.words.title],
            lines: Self.days(to: day).map { period in
                MeasureTable.Line(
                    name: Link(words: period.words, href: ""), figures: [values.figure(measure, period)])
            })
        table.isFolded = true
        return table
    }
}
