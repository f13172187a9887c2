import HTML

/// Who looked at whom, when and why they could: for those who answer for it.
package struct AccessLogPage: Page {
    package var filters: FilterForm
    package var rows: [AccessRow]
    package var position: ListPosition
    package var downloadHref: String?
    /// Where what was opened in an emergency is reviewed; nil for whoever does not.
    package var reviewHref: String?

    package init(
        filters: FilterForm, rows: [AccessRow], position: ListPosition, downloadHref: String? = nil
    ) {
        self.filters = filters
        self.rows = rows
        self.position = position
        self.downloadHref = downloadHref
    }

    package var title: String { "Access log" }
    package var section: MainSection? { .accessLog }

    package func content(in frame: Frame) -> some HTML {
        AccessLogView(page: self)
    }
}

/// One view: a child's page, or a list with how many children it showed.
package struct AccessRow: Sendable {
    package var look: Look
    /// "Tamar Okoro", "List: Today, Assessment North (25 children)".
    package var what: String
    package var href: String?
    /// A view that somebody must review: break-glass, a withheld address shown.
    package var needsReview: Bool

    package init(look: Look, what: String, href: String? = nil, needsReview: Bool = false) {
        self.look = look
        self.what = what
        self.href = href
        self.needsReview = needsReview
    }
}

struct AccessLogView: HTML {
    let page: AccessLogPage

    var body: some HTML {
        h1 { "Access log" }
        p(.class("lede")) { "Every time a child's record or a list of children was opened, by anybody." }
        if let href = page.reviewHref {
            p { a(.href(href)) { "Restricted records opened in an emergency" } }
        }
        ListTools(filters: page.filters, downloadHref: page.downloadHref)
        if page.rows.isEmpty {
            p { "Nothing was opened that these filters would show." }
        } else {
            DataTable(caption: "Latest first", columns: ["When", "Who", "What", "Why they could"]) {
                for row in page.rows {
                    TableRow {
                        HeadCell("When") { row.look.when }
                        Cell("Who") { row.look.who }
                        Cell("What") { AccessWhat(row: row) }
                        Cell("Why they could") { row.look.why }
                    }
                }
            }
        }
        PositionBar(position: page.position)
    }
}

private struct AccessWhat: HTML {
    let row: AccessRow

    var body: some HTML {
        if let href = row.href {
            a(.href(href)) { row.what }
        } else {
            row.what
        }
        if row.needsReview {
            " "
            StatusTags(tags: [StatusTag(words: "To be reviewed", tone: .gone)])
        }
    }
}
