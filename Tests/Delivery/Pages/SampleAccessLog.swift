import Pages

extension AccessLogPage {
    static let sample = AccessLogPage(
        filters: FilterForm(
            action: "/access-log",
            fields: [
                FilterField(
                    name: "who", words: "Who", options: [FilterOption(value: "1", words: "R. Ahmed")]),
                FilterField(
                    name: "review", words: "Review",
                    options: [FilterOption(value: "due", words: "To be reviewed")]),
            ]),
        rows: [
            AccessRow(
                look: Look(
                    who: "D. Sow, emergency duty", when: "Sat 21 Nov 2026, 02:14",
                    why: "Break-glass: police at the door, no other record"),
                what: "Tamar Okoro", href: "/children/1", needsReview: true),
            AccessRow(
                look: Look(
                    who: "R. Ahmed, team manager", when: "Sat 21 Nov 2026, 08:14", why: "Manages the team"),
                what: "List: Today, Assessment North (25 children)"),
        ],
        position: ListPosition(first: 1, last: 2, total: 2, order: "latest first"),
        downloadHref: "/access-log.csv")
}
