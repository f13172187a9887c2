import AccessRules
import Concerns
import Pages
import RecordKeeping
import WorkingDays

/// A council's numbers as their page shows them.
struct NumbersShowing {
    let asked: NumbersAsked
    /// What was typed into the form for another day.
    var typed = ""
    var error: String?

    var page: NumbersPage {
        NumbersPage(
            scope: "All teams, the backlog included, \(asked.day.words)", counts: counts, trend: trend, byKind: byKind,
            byConcern: byConcern, byTeam: byTeam, service: service, isSuppressed: asked.isSuppressed,
            asItStoodOn: asked.isNow ? nil : asked.day.words,
            dayForm: asked.isSuppressed ? nil : DayForm(action: "/numbers", typed: typed, error: error))
    }

    private var columnOfDay: String { asked.isNow ? "Children now" : "Children on \(asked.day.shortWords)" }

    private var counts: Pages.ThreeCounts {
        let sees = asked.answersAny
        return Pages.ThreeCounts(
            // A flag is of our own record, beside whatever source: it is answered whatever that tells, once there are children.
            unsafeNow: Tally(
                figure: figure(
                    asked.today.byCode[UnsafeNowOpen.code] ?? .shown(0), .code(UnsafeNowOpen.code), isAnswered: sees),
                detail: "children"),
            atPotentialRisk: Tally(
                figure: figure(asked.today.atRisk, .potentialRisk, isAnswered: sees), detail: "children"),
            dutiesOverdue: Tally(
                figure: figure(asked.today.overdue, .dutiesOverdue, isAnswered: sees), detail: "concerns"))
    }

    private var byKind: NumberTable {
        let rows = ConcernKind.allCases.map { kind in
            let isAnswered = asked.sight.answers(kind, in: asked.catalogue)
            let count = asked.today.byKind[kind] ?? .shown(0)
            return NumberRow(
                name: kind.icon.word, kind: kind.icon, figures: [figure(count, .kind(kind), isAnswered: isAnswered)])
        }
        return table("\(columnOfDay), by kind of concern", "Kind", rows, csv: "/numbers.csv" + onDay)
    }

    private var byConcern: NumberTable {
        let rows = asked.aboutChildren.map { row in
            let count = asked.today.byCode[row.code] ?? .shown(0)
            let shown = figure(count, .code(row.code), isAnswered: asked.sight.answers(row.code))
            return NumberRow(name: row.title, kind: row.kind.icon, figures: [shown, begun(row)])
        }
        return NumberTable(
            caption: "\(columnOfDay), and children for whom it began in the 12 months to then", rowHead: "Concern",
            columns: [columnOfDay, "Began in 12 months"], rows: rows)
    }

    private func begun(_ row: CatalogueRow) -> Pages.Figure {
        let count = asked.began[row.code] ?? .shown(0)
        if count == .shown(0), !asked.sight.answers(row.code) { return .notCheckable }
        return figure(
            count, href: "/numbers/children?heading=\(PercentText.encode(row.code.text))&on=\(asked.day)&began=year")
    }

    private var byTeam: NumberTable {
        let rows = asked.teams.map { team, count -> NumberRow in
            // NB: the list is of today only, so a number of another day does not open onto it.
            let href = asked.isNow ? team.map { "/today?team=\(PercentText.encode($0))" } : nil
            return NumberRow(name: team.map(asked.names.team) ?? "No team", figures: [figure(count, href: href)])
        }
        return table(
            "Children on the list of \(asked.isNow ? "today" : asked.day.words), by team", "Team", rows, csv: nil)
    }

    private func table(_ caption: String, _ head: String, _ rows: [NumberRow], csv: String?) -> NumberTable {
        NumberTable(caption: caption, rowHead: head, columns: [columnOfDay], rows: rows, csvHref: csv)
    }

    private var onDay: String { asked.isNow ? "" : "?on=\(asked.day)" }

    private var service: [ServiceLine] {
        asked.service.map { concern in
            ServiceLine(
                kind: concern.kind.icon, subject: concern.subject,
                check: asked.catalogue.first { $0.code == concern.code }?.title ?? concern.code.text,
                why: concern.why, since: concern.onset.words)
        }
    }

    private var trend: Trend {
        let first = asked.monthEnds.first?.monthWords ?? ""
        let last = asked.monthEnds.last?.monthWords ?? ""
        return Trend(
            heading: "At the end of each month, \(first) to \(last)",
            summary:
                "Children left at potential risk, and duties overdue, month by month; the table below has them all.",
            months: asked.monthEnds.map(\.monthWords),
            series: [
                series("Left at potential risk", .solid, .potentialRisk, \.atRisk),
                series("Duties overdue", .dashed, .dutiesOverdue, \.overdue),
            ], csvHref: "/numbers/trend.csv" + onDay)
    }

    private func series(
        _ name: String, _ stroke: TrendSeries.Stroke, _ heading: DailyChanges.Heading,
        _ count: KeyPath<ShownNumbers, SuppressedFigure>
    ) -> TrendSeries {
        let figures = zip(asked.monthEnds, asked.trend).map { day, numbers in
            figure(numbers[keyPath: count], heading, on: day, isAnswered: asked.answersAny)
        }
        return TrendSeries(name: name, stroke: stroke, figures: figures)
    }

    /// A nought is shown only where the check could be made.
    private func figure(
        _ count: SuppressedFigure, _ heading: DailyChanges.Heading, on day: Day? = nil, isAnswered: Bool
    ) -> Pages.Figure {
        if count == .shown(0), !isAnswered { return .notCheckable }
        let on = (day ?? asked.day).description
        return figure(
            count, href: "/numbers/children?heading=\(PercentText.encode(NumberHeading(heading).text))&on=\(on)")
    }

    private func figure(_ count: SuppressedFigure, href: String?) -> Pages.Figure {
        switch count {
        case .hidden: .hidden
        case .shown(let count): .shown(count, href: asked.isSuppressed || count == 0 ? nil : href)
        }
    }
}
