import HTML

/// Published inspections: filtered, each with its source, and one council's history across frameworks.
package struct RegisterPage: Page {
    package struct Row: Sendable {
        package var council: Link
        package var on: String
        package var framework: String
        package var overall: String
        /// The grades of the areas, in the framework's words.
        package var areas: [String]
        package var source: String

        package init(
            council: Link, on: String, framework: String, overall: String, areas: [String], source: String
        ) {
            self.council = council
            self.on = on
            self.framework = framework
            self.overall = overall
            self.areas = areas
            self.source = source
        }
    }

    /// What reports criticise, and where to look for it in a record.
    package struct Pattern: Sendable {
        package var words: String
        /// What next for it.
        package var href: String
        package var reports: String
        package var check: String

        package init(words: String, href: String, reports: String, check: String) {
            self.words = words
            self.href = href
            self.reports = reports
            self.check = check
        }
    }

    /// Of one council; nil for the whole register.
    package var council: String?
    package var lede: String
    package var filters: FilterForm?
    package var rows: [Row]
    package var total: Int
    package var csv: String
    package var moved: [String]
    package var patterns: [Pattern]
    package var nextHref: String?

    package init(
        council: String?, lede: String, filters: FilterForm?, rows: [Row], total: Int, csv: String, moved: [String],
        patterns: [Pattern], nextHref: String?
    ) {
        self.council = council
        self.lede = lede
        self.filters = filters
        self.rows = rows
        self.total = total
        self.csv = csv
        self.moved = moved
        self.patterns = patterns
        self.nextHref = nextHref
    }

    package var title: String { council.map { "\($0): published inspections" } ?? "Register of published inspections" }
    package var section: MainSection? { .audit }
    package var trail: [Link] {
        council == nil ? [] : [Link(words: "Register", href: "/register")]
    }

    package func content(in frame: Frame) -> some HTML { RegisterView(page: self) }
}

struct RegisterView: HTML {
    let page: RegisterPage

    var body: some HTML {
        h1 { page.title }
        p(.class("lede")) { page.lede }
        if page.council == nil { p { a(.href("/register/ranking")) { "Councils by their last overall grade" } } }
        if let filters = page.filters { FilterBar(filters: filters) }
        if !page.moved.isEmpty {
            h2 { "What moved" }
            ul { for words in page.moved { li { words } } }
        }
        if page.rows.isEmpty {
            p { "No published inspection is like this." }
        } else {
            table
            if let next = page.nextHref { p { a(.href(next)) { "Next page" } } }
            p { a(.href(page.csv)) { "Download these \(page.total) inspections (CSV)" } }
        }
        if !page.patterns.isEmpty {
            h2 { "What next: what reports criticise most, and what shows it" }
            patterns
        }
    }

    private var table: some HTML {
        DataTable(
            caption: "\(page.total) published \(page.total == 1 ? "inspection" : "inspections"), latest first",
            columns: ["Council", "When", "Framework", "Overall", "Judgements", "Source"]
        ) {
            for row in page.rows {
                TableRow {
                    HeadCell("Council") { a(.href(row.council.href)) { row.council.words } }
                    Cell("When") { row.on }
                    Cell("Framework") { row.framework }
                    Cell("Overall") { row.overall }
                    Cell("Judgements") {
                        ul(.class("plain")) { for area in row.areas { li { area } } }
                    }
                    Cell("Source") { row.source }
                }
            }
        }
    }

    private var patterns: some HTML {
        DataTable(
            caption: "Of 213 published reports that judged a service inadequate or requiring improvement",
            columns: ["What is criticised", "Reports", "What in a record shows it"]
        ) {
            for pattern in page.patterns {
                TableRow {
                    HeadCell("What is criticised") { a(.href(pattern.href)) { pattern.words } }
                    Cell("Reports", isNumber: true) { pattern.reports }
                    Cell("What in a record shows it") { pattern.check }
                }
            }
        }
    }
}
