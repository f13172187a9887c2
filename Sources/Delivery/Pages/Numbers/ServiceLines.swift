import HTML

/// A concern about a worker or a team, not about a child.
package struct ServiceLine: Sendable {
    package var kind: KindIcon
    /// The worker or the team.
    package var subject: String
    package var check: String
    package var why: String
    /// "Tue 3 Mar 2026".
    package var since: String

    package init(kind: KindIcon, subject: String, check: String, why: String, since: String) {
        self.kind = kind
        self.subject = subject
        self.check = check
        self.why = why
        self.since = since
    }
}

struct ServiceLines: HTML {
    let lines: [ServiceLine]

    var body: some HTML {
        section(.class("numbers"), .aria("labelledby", "service")) {
            h2(.id("service")) { "About workers and teams" }
            DataTable(caption: "What stands now", columns: ["Who", "What", "Why", "Since"]) {
                for line in lines {
                    TableRow {
                        HeadCell("Who") {
                            KindMark(kind: line.kind)
                            line.subject
                        }
                        Cell("What") { line.check }
                        Cell("Why") { line.why }
                        Cell("Since") { line.since }
                    }
                }
            }
        }
    }
}
