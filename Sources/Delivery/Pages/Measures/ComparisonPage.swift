import HTML

/// A council beside others, from what is published.
package struct ComparisonPage: Page {
    package var name: String
    package var lede: String
    package var trail: [Link]
    package var chooser: FilterForm
    package var paragraphs: [String]
    package var drawn: PackPage.Drawn?
    package var tables: [InspectionPartPage.Table]
    package var links: [Link]

    package init(
        name: String, lede: String, trail: [Link], chooser: FilterForm, paragraphs: [String],
        drawn: PackPage.Drawn? = nil, tables: [InspectionPartPage.Table], links: [Link]
    ) {
        self.name = name
        self.lede = lede
        self.trail = trail
        self.chooser = chooser
        self.paragraphs = paragraphs
        self.drawn = drawn
        self.tables = tables
        self.links = links
    }

    package var title: String { name }
    package var section: MainSection? { .numbers }

    package func content(in frame: Frame) -> some HTML { ComparisonView(page: self) }
}

private struct ComparisonView: HTML {
    let page: ComparisonPage

    var body: some HTML {
        h1 { page.name }
        p(.class("lede")) { page.lede }
        ListTools(filters: page.chooser, downloadHref: nil)
        for words in page.paragraphs { p { words } }
        if let drawn = page.drawn {
            section(.class("numbers"), .aria("labelledby", "years")) {
                h2(.id("years")) { "Year by year" }
                DrawnChart(drawn: drawn)
            }
        }
        for table in page.tables {
            section(.class("numbers")) { InspectionPartTable(table: table) }
        }
        ul(.class("take")) {
            for link in page.links { li { a(.href(link.href)) { link.words } } }
        }
    }
}
