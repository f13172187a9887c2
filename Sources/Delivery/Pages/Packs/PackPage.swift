import HTML

/// A pack as a page: the same words, drawings and tables as its files.
package struct PackPage: Page {
    package struct Drawn: Sendable {
        package var heading: String
        package var drawing: RenderedHTML
        /// What each line in it is.
        package var key: [String]
        package var table: InspectionPartPage.Table
        package var links: [Link]
        /// What it says beyond chance, in sentences.
        package var words: [String]

        package init(
            heading: String, drawing: RenderedHTML, key: [String], table: InspectionPartPage.Table, links: [Link],
            words: [String] = []
        ) {
            self.heading = heading
            self.drawing = drawing
            self.key = key
            self.table = table
            self.links = links
            self.words = words
        }
    }

    package struct Section: Sendable {
        package var heading: String
        package var paragraphs: [String]
        package var items: [String]
        package var tables: [InspectionPartPage.Table]
        package var drawn: [Drawn]
        /// Under one heading that opens.
        package var further: [Drawn]

        package init(
            _ heading: String, paragraphs: [String] = [], items: [String] = [],
            tables: [InspectionPartPage.Table] = [], drawn: [Drawn] = [], further: [Drawn] = []
        ) {
            self.heading = heading
            self.paragraphs = paragraphs
            self.items = items
            self.tables = tables
            self.drawn = drawn
            self.further = further
        }
    }

    package var name: String
    package var lede: String
    package var facts: [String]
    package var files: [Link]
    package var sections: [Section]
    package var form: InspectionPartPage.Form?
    package var csrfToken: String

    package init(
        name: String, lede: String, facts: [String], files: [Link], sections: [Section],
        form: InspectionPartPage.Form?, csrfToken: String
    ) {
        self.name = name
        self.lede = lede
        self.facts = facts
        self.files = files
        self.sections = sections
        self.form = form
        self.csrfToken = csrfToken
    }

    package var title: String { name }
    package var section: MainSection? { .numbers }
    package var trail: [Link] {
        [Link(words: "Numbers", href: MainSection.numbers.path), Link(words: "Packs", href: "/packs")]
    }

    package func content(in frame: Frame) -> some HTML { PackView(page: self) }
}

private struct PackView: HTML {
    let page: PackPage

    var body: some HTML {
        h1 { page.name }
        p(.class("lede")) { page.lede }
        ul(.class("plain")) { for fact in page.facts { li { fact } } }
        ul(.class("plain")) { for link in page.files { li { a(.href(link.href)) { link.words } } } }
        if let asked = page.form { InspectionPartForm(asked: asked, csrfToken: page.csrfToken, errors: []) }
        for part in page.sections {
            h2 { part.heading }
            for words in part.paragraphs { p { words } }
            if !part.items.isEmpty { ul { for item in part.items { li { item } } } }
            for drawn in part.drawn { DrawnChart(drawn: drawn) }
            for table in part.tables { InspectionPartTable(table: table) }
            if !part.further.isEmpty {
                details {
                    summary { "\(part.heading): the other \(part.further.count) drawn" }
                    for drawn in part.further { DrawnChart(drawn: drawn) }
                }
            }
        }
    }
}

struct DrawnChart: HTML {
    let drawn: PackPage.Drawn

    var body: some HTML {
        h3 { drawn.heading }
        for words in drawn.words { p { words } }
        drawn.drawing
        if !drawn.key.isEmpty { ul(.class("legend")) { for line in drawn.key { li { line } } } }
        details {
            summary { "The same numbers as a table" }
            InspectionPartTable(table: drawn.table)
        }
        ul(.class("plain")) {
            for link in drawn.links {
                li {
                    a(.href(link.href)) {
                        link.words
                        span(.class("read-aloud")) { ": \(drawn.heading)" }
                    }
                }
            }
        }
    }
}
