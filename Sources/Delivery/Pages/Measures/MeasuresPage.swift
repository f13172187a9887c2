import HTML

/// Every measure with its values now, and how it has moved.
package struct MeasuresPage: Page {
    /// "All teams, to Sat 21 Nov 2026".
    package var scope: String
    package var tables: [MeasureTable]
    /// What cannot be answered from what is loaded, and why.
    package var blind: [(name: String, because: String)]
    /// "1,200 of 20,000 children are still to be worked out"; nil where the figures are complete.
    package var workingOut: String?
    /// Nil for readers who see numbers only.
    package var teams: FilterForm?
    package var links: [Link]
    package var isSuppressed: Bool
    package var name = "Measures"
    /// What is said of the figures besides; nil where every number opens onto its children.
    package var note: String?

    package init(
        scope: String, tables: [MeasureTable], blind: [(name: String, because: String)], workingOut: String?,
        teams: FilterForm?, links: [Link], isSuppressed: Bool
    ) {
        self.scope = scope
        self.tables = tables
        self.blind = blind
        self.workingOut = workingOut
        self.teams = teams
        self.links = links
        self.isSuppressed = isSuppressed
    }

    package var title: String { name }
    package var section: MainSection? { .numbers }
    package var trail: [Link] { [Link(words: "Numbers", href: MainSection.numbers.path)] }

    package func content(in frame: Frame) -> some HTML {
        MeasuresView(page: self)
    }
}

private struct MeasuresView: HTML {
    let page: MeasuresPage

    var body: some HTML {
        h1 { page.name }
        p(.class("lede")) {
            page.isSuppressed
                ? """
                \(page.scope). Months that are over. Numbers from 1 to 4 are hidden, with any others that would give them \
                away.
                """
                : page.note == nil ? "\(page.scope). Every number opens onto the children it counts." : "\(page.scope)."
        }
        if let note = page.note { p { note } }
        if let teams = page.teams { ListTools(filters: teams, downloadHref: nil) }
        WorkingOutBanner(words: page.workingOut)
        if page.workingOut == nil {
            for table in page.tables {
                section(.class(table.isOfMeasures ? "numbers wide" : "numbers")) { MeasureTableView(table: table) }
            }
            if !page.blind.isEmpty {
                section(.class("numbers"), .aria("labelledby", "blind")) {
                    h2(.id("blind")) { "Not checkable from what is loaded" }
                    DataTable(caption: "Measures without a number", columns: ["Measure", "Why"]) {
                        for line in page.blind {
                            TableRow {
                                HeadCell("Measure") { line.name }
                                Cell("Why") { line.because }
                            }
                        }
                    }
                }
            }
        }
        ul(.class("take")) {
            for link in page.links { li { a(.href(link.href)) { link.words } } }
        }
    }
}

/// Figures that are not complete are not shown, and it is said how far they are.
struct WorkingOutBanner: HTML {
    let words: String?

    var body: some HTML {
        if let words {
            div(.class("banner inset")) {
                p { strong { "The figures are being worked out." } }
                p { "\(words). No number is shown until every child is counted." }
            }
        }
    }
}
