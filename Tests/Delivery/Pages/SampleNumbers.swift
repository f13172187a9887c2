import Pages

extension NumbersPage {
    static let sample = NumbersPage(
        scope: "All teams", counts: .sample, trend: .sample, byKind: kinds, byConcern: concerns, byTeam: teams
    )

    static let forMembers = {
        var page = sample
        page.isSuppressed = true
        page.counts = ThreeCounts(
            unsafeNow: Tally(figure: .hidden, detail: "flagged by a person"),
            atPotentialRisk: Tally(figure: .shown(14), detail: "unseen, undecided, unowned or unshared"),
            dutiesOverdue: Tally(figure: .shown(63), detail: "everything else"))
        page.byKind.rows = page.byKind.rows.map {
            NumberRow(name: $0.name, kind: $0.kind, figures: [.hidden, .shown(0)])
        }
        page.trend.series[0].figures[20] = .hidden
        page.trend.series[0].figures[22] = .hidden
        return page
    }()

    private static let kinds = NumberTable(
        caption: "Children with at least one concern of each kind", rowHead: "Kind",
        columns: ["Children now", "A year ago"],
        rows: KindIcon.allCases.enumerated().map { place, kind in
            NumberRow(
                name: kind.word, kind: kind,
                figures: [
                    .shown(6 + 5 * place, href: "/numbers/kind/\(kind.rawValue)"),
                    kind == .unowned
                        ? .notCheckable : .shown(4 + place, href: "/numbers/kind/\(kind.rawValue)?on=x"),
                ])
        },
        csvHref: "/numbers/kinds.csv")

    private static let concerns = NumberTable(
        caption: "Children for whom each check found something", rowHead: "Check", columns: ["Children now"],
        rows: [
            NumberRow(
                name: "Not seen within the plan's interval", kind: .unseen, figures: [.shown(6, href: "/n/1")]
            ),
            NumberRow(
                name: "Protection conference late", kind: .late, figures: [.shown(1_204, href: "/n/2")]),
            NumberRow(
                name: "Supervision of whoever holds the child", kind: .unowned, figures: [.notCheckable]),
        ])

    private static let teams = NumberTable(
        caption: "Children, by the team that holds them", rowHead: "Team",
        columns: ["Unsafe now", "Left at potential risk", "Duties overdue"],
        rows: ["Assessment North", "Protection East", "Held by nobody"].enumerated().map { place, team in
            NumberRow(
                name: team,
                figures: (0..<3).map { .shown(place * 7 + $0, href: "/numbers/team/\(place)?count=\($0)") })
        })
}

extension Trend {
    static let sample = Trend(
        heading: "Children at the end of each month, Dec 2024 to Nov 2026",
        summary: "Children left at potential risk fell from 41 to 14; duties overdue rose from 38 to 63.",
        months: (0..<24).map { place in
            let names = ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
            return "\(names[place % 12]) \(place == 0 ? 2024 : place < 13 ? 2025 : 2026)"
        },
        series: [
            TrendSeries(name: "Unsafe now", stroke: .dotted, figures: figures { $0 % 5 }),
            TrendSeries(
                name: "Left at potential risk", stroke: .solid, figures: figures { 41 - $0 - $0 % 4 }),
            TrendSeries(name: "Duties overdue", stroke: .dashed, figures: figures { 38 + $0 + 2 * ($0 % 3) }),
        ],
        csvHref: "/numbers/trend.csv")

    private static func figures(_ count: (Int) -> Int) -> [Figure] {
        (0..<24).map { .shown(count($0), href: "/numbers/on/\($0)") }
    }
}

extension DrillDownPage {
    static let sample = DrillDownPage(
        heading: "Unseen, Protection East",
        counted: "1 child on Sat 21 Nov 2026 with a concern of this kind.",
        filters: .unused,
        list: ChildList(
            holding: .standing, children: [SampleChildren.tamar],
            position: ListPosition(first: 1, last: 1, total: 1, order: "most urgent first")),
        downloadHref: "/numbers/kind/unseen.csv")
}
