import AccessRules
import Measures
import Pages
import RecordKeeping
import WorkingDays

/// All the measures, as their page shows them.
struct MeasuresShowing {
    let values: MeasureValues
    let day: Day
    /// Nil: everybody.
    let team: String?
    /// Whether the reader may see how decisions compare.
    var seesDecisions = false

    /// What is read for it.
    static func asked(to day: Day, isSuppressed: Bool) -> MeasuresAsked {
        let months = MeasureValues.months(upTo: day, count: 12)
        guard !isSuppressed else { return MeasuresAsked(months, by: [.everybody]) }
        return MeasuresAsked(Self.happened(to: day) + Self.stood(on: day) + months, by: [.everybody, .team])
    }

    private static func happened(to day: Day) -> [MeasurePeriod] {
        [.month(0, before: day), .rolling(.quarter, to: day), .rolling(.year, to: day)]
    }

    private static func stood(on day: Day) -> [MeasurePeriod] {
        [.day(day), .day(day.adding(months: -3)), .day(day.adding(months: -12))]
    }

    private var months: [MeasurePeriod] { MeasureValues.months(upTo: day, count: 12) }

    private var slice: MeasureSlice { team.map(MeasureSlice.team) ?? .everybody }

    var page: MeasuresPage {
        let who = team.map { values.taken.teamNames[$0] ?? $0 } ?? "All teams"
        return MeasuresPage(
            scope: "\(who), to \(day.words)",
            tables: values.isSuppressed ? [overMonths] : [table(.happened), table(.stood)],
            blind: Measures.all.compactMap { measure in
                values.because(measure).map { (measure.words.title, $0) }
            },
            workingOut: MeasuresShowing.workingOut(values.taken), teams: values.isSuppressed ? nil : teams,
            links: links, isSuppressed: values.isSuppressed)
    }

    static func workingOut(_ taken: MeasuresTaken) -> String? {
        taken.workingOut.map { "\($0.left) of \($0.of) are left to be worked out" }
    }

    private var links: [Link] {
        var links = [
            Link(words: "Download these numbers (CSV)", href: "\(MeasureAddress.all).csv"),
            Link(words: "Beside other councils, and per 10,000 children", href: ComparisonAddress.all),
        ]
        if !values.isSuppressed {
            links.append(
                Link(words: "Beside each other by ethnicity, disability, age and need", href: "/numbers/equality"))
        }
        if seesDecisions {
            links.append(Link(words: "Decisions on like facts, by manager and team", href: DecisionsRoutes.address))
        }
        return links
    }

    private func table(_ counting: MeasureCounting) -> MeasureTable {
        let periods = counting == .happened ? Self.happened(to: day) : Self.stood(on: day)
        return MeasureTable(
            caption: counting == .happened ? "What happened" : "How it stands", rowHead: "Measure",
            columns: counting == .happened
                ? ["This month", "3 months", "12 months"] : ["Now", "3 months ago", "12 months ago"],
            lines: Measures.all.filter { measure in
                measure.counting == counting && values.taken.blind[measure.id] == nil
                    && (team == nil || !(measure is any WorkforceMeasure.Type))
            }.map { line($0, periods) }, isOfMeasures: true)
    }

    private func line(_ measure: any Measure.Type, _ periods: [MeasurePeriod]) -> MeasureTable.Line {
        MeasureTable.Line(
            name: Link(words: measure.words.title, href: MeasureAddress.page(measure.id)),
            figures: periods.map { values.figure(measure, $0, of: slice) },
            months: months.map { month in
                values.sum(measure, month, of: slice)?.tenths(measure.unit)
            }, better: measure.better.words)
    }

    /// For those who see numbers only: a figure to a day taken twice would give away the day between.
    private var overMonths: MeasureTable {
        let shown = Array(months.suffix(3).reversed())
        return MeasureTable(
            caption: "Months that are over", rowHead: "Measure", columns: shown.map(\.words),
            lines: Measures.forMembers.filter { values.because($0) == nil }.map { measure in
                MeasureTable.Line(
                    name: Link(words: measure.words.title, href: MeasureAddress.page(measure.id)),
                    figures: shown.map { values.figure(measure, $0) }, months: months.map { values.point(measure, $0) },
                    better: measure.better.words)
            }, isOfMeasures: true)
    }

    private var teams: FilterForm {
        let options = values.taken.tally.teams.map { id in
            FilterOption(value: id, words: values.taken.teamNames[id] ?? id, isChosen: id == team)
        }
        return FilterForm(
            action: MeasureAddress.all,
            fields: [FilterField(name: "team", words: "Team", options: options, anyWords: "All teams")])
    }
}
