import HTML

/// Who is away, and who will be, for managers. Whether it was planned is all that is said of why.
package struct AbsencesPage: Page {
    package struct Line: Sendable {
        package var worker: Link
        package var team: String
        package var from: String
        package var until: String
        package var reason: String
        /// Open children held, and how many of them nobody covers while it lasts.
        package var held: String
        package var uncovered: String

        package init(
            worker: Link, team: String, from: String, until: String, reason: String, held: String, uncovered: String
        ) {
            self.worker = worker
            self.team = team
            self.from = from
            self.until = until
            self.reason = reason
            self.held = held
            self.uncovered = uncovered
        }
    }

    package var away: [Line]
    package var coming: [Line]
    package var past: [Line]
    package var teams: [FilterOption]

    package init(away: [Line], coming: [Line], past: [Line], teams: [FilterOption]) {
        self.away = away
        self.coming = coming
        self.past = past
        self.teams = teams
    }

    package var title: String { "Who is away" }
    package var section: MainSection? { .team }
    package var trail: [Link] { [Link(words: "Team", href: MainSection.team.path)] }

    package func content(in frame: Frame) -> some HTML { AbsencesView(page: self) }
}

struct AbsencesView: HTML {
    let page: AbsencesPage

    var body: some HTML {
        h1 { "Who is away" }
        p(.class("lede")) {
            "By day. Whether it was planned is all that is kept of why. It is recorded on the page of whoever is away."
        }
        if !page.teams.isEmpty {
            form(.action("/team/absences"), .method(.get)) {
                SelectField(name: "team", words: "Team", none: "All teams", options: page.teams, error: nil)
                button(.submit, .class("button quiet")) { "Show" }
            }
        }
        AbsenceTable(heading: "Away today", none: "Nobody is recorded as away today.", lines: page.away)
        AbsenceTable(heading: "Will be away", none: "No absence to come is recorded.", lines: page.coming)
        if !page.past.isEmpty {
            AbsenceTable(heading: "Were away in the last 30 days", none: "", lines: page.past)
        }
    }
}

private struct AbsenceTable: HTML {
    let heading: String
    let none: String
    let lines: [AbsencesPage.Line]

    var body: some HTML {
        h2 { heading }
        if lines.isEmpty {
            p { none }
        } else {
            DataTable(
                caption: heading,
                columns: [
                    "Worker", "Team", "First day", "Last day", "Planned", .number("Open children held"),
                    "Without cover",
                ]
            ) {
                for line in lines {
                    TableRow {
                        HeadCell("Worker") { a(.href(line.worker.href)) { bdi { line.worker.words } } }
                        Cell("Team") { line.team }
                        Cell("First day") { line.from }
                        Cell("Last day") { line.until }
                        Cell("Planned") { line.reason }
                        Cell("Open children held", isNumber: true) { line.held }
                        Cell("Without cover") { line.uncovered }
                    }
                }
            }
        }
    }
}
