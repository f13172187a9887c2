import HTML

/// How far a look-back has got, by team and by day.
struct CampaignView: HTML {
    let campaign: SamplePage.Campaign

    var body: some HTML {
        h2 { "How far it has got" }
        p {
            "\(campaign.all.read) of \(campaign.all.of) files read, \(campaign.all.flagged) \(campaign.all.flagged == 1 ? "child" : "children") flagged so far."
        }
        DataTable(
            caption: "By team today",
            columns: [
                "Team", .number("Files"), .number("Read"), .number("Left at potential risk"), .number("Flagged"),
            ]
        ) {
            for row in campaign.teams {
                TableRow {
                    HeadCell("Team") { row.name }
                    Cell("Files", isNumber: true) { "\(row.of)" }
                    Cell("Read", isNumber: true) { "\(row.read)" }
                    Cell("Left at potential risk", isNumber: true) { row.atRisk.map { "\($0)" } ?? "not yet" }
                    Cell("Flagged", isNumber: true) { "\(row.flagged)" }
                }
            }
        }
        if !campaign.days.isEmpty {
            DataTable(caption: "Files first read, by day", columns: ["Day", .number("Files")]) {
                for day in campaign.days {
                    TableRow {
                        HeadCell("Day") { day.day }
                        Cell("Files", isNumber: true) { "\(day.files)" }
                    }
                }
            }
        }
    }
}
