import Pages

extension TodayPage {
    static let sample = TodayPage(
        scope: "Children held by Assessment North.", counts: .sample, tabs: tabs(at: 0), filters: .sample,
        list: ChildList(
            holding: .standing,
            children: [
                SampleChildren.tamar, SampleChildren.baby, SampleChildren.kacper, SampleChildren.longest,
            ],
            position: ListPosition(
                first: 1, last: 25, total: 78, order: "most urgent first", nextHref: "/today?after=abc"),
            restricted: 3, isFiltered: true),
        downloadHref: "/today.csv?team=north")

    static let nothing = TodayPage(
        scope: "Children held by Assessment North.", counts: .none, tabs: tabs(at: 0), filters: .unused,
        list: ChildList(holding: .standing, children: [], position: .empty))

    static let ahead = TodayPage(
        scope: "Children held by Assessment North.", counts: .sample, tabs: tabs(at: 1), filters: .unused,
        list: ChildList(
            holding: .ahead,
            children: [
                ChildCard(
                    name: "Eli Okoro", href: "/children/5", age: "9 years, born Mon 6 Feb 2017",
                    statuses: [StatusTag(words: "In need", tone: .need)], holding: "Held by J. Marsh, Protection East",
                    concerns: [
                        ConcernLine(
                            kind: .unseen, standing: .ahead,
                            sentence: "Last seen Wed 4 Nov 2026; must be seen by Wed 2 Dec 2026.",
                            whyHref: "/children/5/why/in-need-child-unseen",
                            clears: "Does not begin if he is seen by then.", over: "begins Thu 3 Dec 2026")
                    ])
            ],
            position: ListPosition(first: 1, last: 1, total: 1, order: "soonest first")))

    private static func tabs(at current: Int) -> [Tab] {
        [("Now", 78), ("Next 14 days", 41), ("Backlog", 1_212), ("Cleared this week", 35)].enumerated().map {
            Tab(words: $1.0, count: $1.1, href: "/today?tab=\($0)", isCurrent: $0 == current)
        }
    }
}

extension ThreeCounts {
    static let sample = ThreeCounts(
        unsafeNow: Tally(
            figure: .shown(1, href: "/today?count=unsafe-now"), detail: "flagged by a person, 2 h ago"),
        atPotentialRisk: Tally(
            figure: .shown(14, href: "/today?count=potential-risk"),
            detail: "unseen 6, undecided 5, unowned 2, unshared 1"),
        dutiesOverdue: Tally(
            figure: .shown(63, href: "/today?count=duty-overdue"), detail: "late 31, unrecorded 19, adrift 13"
        ))

    static let none = ThreeCounts(
        unsafeNow: Tally(figure: .shown(0, href: "/today?count=unsafe-now"), detail: "nobody is flagged"),
        atPotentialRisk: Tally(
            figure: .shown(0, href: "/today?count=potential-risk"), detail: "in what was checked"),
        dutiesOverdue: Tally(
            figure: .shown(0, href: "/today?count=duty-overdue"), detail: "in what was checked"))
}

extension ListPosition {
    static let empty = ListPosition(first: 0, last: 0, total: 0, order: "most urgent first")
}

extension FilterForm {
    static let unused = FilterForm(action: "/today", fields: fields)
    static let sample = FilterForm(
        action: "/today", fields: fields,
        chips: [
            Link(words: "Team: Assessment North", href: "/today?level=1"),
            Link(words: "Level: act today", href: "/today?team=north"),
        ],
        kept: [(name: "tab", value: "now")], clearHref: "/today")

    private static let fields = [
        FilterField(
            name: "team", words: "Team",
            options: [
                FilterOption(value: "north", words: "Assessment North", isChosen: true),
                FilterOption(value: "east", words: "Protection East"),
            ]),
        FilterField(name: "worker", words: "Held by", options: [FilterOption(value: "1", words: "J. Marsh")]),
        FilterField(
            name: "kind", words: "Kind",
            options: KindIcon.allCases.map { FilterOption(value: $0.rawValue, words: $0.word) }),
        FilterField(name: "level", words: "Level", options: [FilterOption(value: "1", words: "Act today")]),
        FilterField(
            name: "status", words: "Status",
            options: [FilterOption(value: "plan", words: "Protection plan")]),
    ]
}
