import HTML

/// One measure: what it counts, and its values by month, day, team and group.
package struct MeasurePage: Page {
    package var name: String
    package var purpose: String
    /// "Numerator": "Assessments authorised within 45 working days".
    package var definition: [(term: String, words: String)]
    package var trend: Trend?
    package var tables: [MeasureTable]
    /// Its months and teams beside what chance would make of them.
    package var drawn: [PackPage.Drawn]
    /// Why there is no value; nil where there is one.
    package var because: String?
    package var workingOut: String?
    package var links: [Link]
    package var note: String

    package init(
        name: String, purpose: String, definition: [(term: String, words: String)], trend: Trend?,
        tables: [MeasureTable], drawn: [PackPage.Drawn] = [], because: String?, workingOut: String?, links: [Link],
        note: String
    ) {
        self.name = name
        self.purpose = purpose
        self.definition = definition
        self.trend = trend
        self.tables = tables
        self.drawn = drawn
        self.because = because
        self.workingOut = workingOut
        self.links = links
        self.note = note
    }

    package var title: String { name }
    package var section: MainSection? { .numbers }
    package var trail: [Link] {
        [
            Link(words: "Numbers", href: MainSection.numbers.path),
            Link(words: "Measures", href: "\(MainSection.numbers.path)/measures"),
        ]
    }

    package func content(in frame: Frame) -> some HTML {
        MeasureView(page: self)
    }
}

private struct MeasureView: HTML {
    let page: MeasurePage

    var body: some HTML {
        h1 { page.name }
        p(.class("lede")) { page.purpose }
        WorkingOutBanner(words: page.workingOut)
        if let because = page.because {
            div(.class("banner inset")) {
                p { strong { "Not checkable." } }
                p { "\(because)." }
            }
        }
        if page.workingOut == nil, page.because == nil {
            if let trend = page.trend { TrendView(trend: trend) }
            p { page.note }
            for table in page.tables {
                section(.class("numbers")) {
                    if table.isFolded {
                        details {
                            summary { table.caption }
                            MeasureTableView(table: table)
                        }
                    } else {
                        MeasureTableView(table: table)
                    }
                }
            }
            if !page.drawn.isEmpty {
                section(.class("numbers"), .aria("labelledby", "chance")) {
                    h2(.id("chance")) { "What chance would make of it" }
                    p {
                        """
                        A month or a team that lies beyond the limits differs by more than chance explains. It says that \
                        something is to be asked, and not what. Nobody is ranked by it.
                        """
                    }
                    for drawn in page.drawn { DrawnChart(drawn: drawn) }
                }
            }
        }
        section(.aria("labelledby", "definition")) {
            h2(.id("definition")) { "What it counts" }
            dl(.class("sums source")) {
                for line in page.definition {
                    div {
                        dt { line.term }
                        dd { line.words }
                    }
                }
            }
        }
        ul(.class("take")) {
            for link in page.links { li { a(.href(link.href)) { link.words } } }
        }
    }
}
