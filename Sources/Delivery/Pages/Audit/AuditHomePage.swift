import HTML

/// Samples that were drawn or chosen, inspections, and what is still open for a child somebody flagged.
package struct AuditHomePage: Page {
    package struct SampleRow: Sendable {
        package var link: Link
        package var on: String
        package var method: String
        package var cases: String

        package init(link: Link, on: String, method: String, cases: String) {
            self.link = link
            self.on = on
            self.method = method
            self.cases = cases
        }
    }

    package struct InspectionRow: Sendable {
        package var link: Link
        package var framework: String
        package var on: String
        package var state: String

        package init(link: Link, framework: String, on: String, state: String) {
            self.link = link
            self.framework = framework
            self.on = on
            self.state = state
        }
    }

    package var flagged: Link?
    package var samples: [SampleRow]
    package var inspections: [InspectionRow]
    /// "18 published, of them 9 with something for priority action".
    package var programme: String
    package var actions: [Link]

    package init(
        flagged: Link?, samples: [SampleRow], inspections: [InspectionRow], programme: String, actions: [Link]
    ) {
        self.flagged = flagged
        self.samples = samples
        self.inspections = inspections
        self.programme = programme
        self.actions = actions
    }

    package var title: String { "Audit and inspection" }
    package var section: MainSection? { .audit }

    package func content(in frame: Frame) -> some HTML { AuditHomeView(page: self) }
}

struct AuditHomeView: HTML {
    let page: AuditHomePage

    var body: some HTML {
        h1 { page.title }
        if let flagged = page.flagged {
            div(.class("banner warn inset")) { p { a(.href(flagged.href)) { flagged.words } } }
        }
        ul(.class("plain")) { for action in page.actions { li { a(.href(action.href)) { action.words } } } }
        h2 { "Samples" }
        if page.samples.isEmpty {
            p { "Nobody has drawn a sample yet." }
        } else {
            DataTable(caption: "Latest first", columns: ["Sample", "Drawn", "How", .number("Cases")]) {
                for row in page.samples {
                    TableRow {
                        HeadCell("Sample") { a(.href(row.link.href)) { row.link.words } }
                        Cell("Drawn") { row.on }
                        Cell("How") { row.method }
                        Cell("Cases", isNumber: true) { row.cases }
                    }
                }
            }
        }
        h2 { "Inspections" }
        if page.inspections.isEmpty {
            p { "No inspection is recorded here." }
        } else {
            p { page.programme }
            DataTable(caption: "Latest first", columns: ["Council", "Framework", "Began", "State"]) {
                for row in page.inspections {
                    TableRow {
                        HeadCell("Council") { a(.href(row.link.href)) { row.link.words } }
                        Cell("Framework") { row.framework }
                        Cell("Began") { row.on }
                        Cell("State") { row.state }
                    }
                }
            }
        }
    }
}
