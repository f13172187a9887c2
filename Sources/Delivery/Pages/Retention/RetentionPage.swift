import HTML

/// What is past its retention, what keeps it all the same, and what holds every record.
package struct RetentionPage: Page {
    package struct Line: Sendable {
        package var child: Link
        package var keptUntil: String
        /// Each row that applied, the longest first, with its source.
        package var because: [String]
        /// What keeps it; empty where it may be destroyed.
        package var keptBy: [String]
        /// "Proposed by Ana Reyes on Tue 3 Mar 2026".
        package var proposed: String?

        package init(child: Link, keptUntil: String, because: [String], keptBy: [String], proposed: String?) {
            self.child = child
            self.keptUntil = keptUntil
            self.because = because
            self.keptBy = keptBy
            self.proposed = proposed
        }
    }

    package struct Hold: Sendable {
        package var id: String
        package var words: String
        package var why: String
        /// How it ended; nil while it stands.
        package var ended: String?

        package init(id: String, words: String, why: String, ended: String?) {
            self.id = id
            self.words = words
            self.why = why
            self.ended = ended
        }
    }

    package var asOf: String
    package var total: Int
    package var restricted: Int
    package var lines: [Line]
    package var nextHref: String?
    package var rows: [(title: String, length: String, source: String, mark: String)]
    package var holds: [Hold]
    /// The form's own id, so that it is recorded once.
    package var form: String
    package var csrfToken: String
    package var why: String
    package var authority: String
    package var errors: [FieldError]

    package init(
        asOf: String, total: Int, restricted: Int, lines: [Line], nextHref: String?,
        rows: [(title: String, length: String, source: String, mark: String)], holds: [Hold], form: String,
        csrfToken: String, why: String = "", authority: String = "", errors: [FieldError] = []
    ) {
        self.asOf = asOf
        self.total = total
        self.restricted = restricted
        self.lines = lines
        self.nextHref = nextHref
        self.rows = rows
        self.holds = holds
        self.form = form
        self.csrfToken = csrfToken
        self.why = why
        self.authority = authority
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Retention" }
    package var section: MainSection? { .retention }

    package func content(in frame: Frame) -> some HTML {
        RetentionView(page: self)
    }
}

struct RetentionView: HTML {
    let page: RetentionPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 { "Retention" }
        p(.class("lede")) {
            "\(page.total) \(page.total == 1 ? "record is" : "records are") past the time for which the schedule keeps them, as at "
            "\(page.asOf). Nothing is destroyed until one person proposes it and another confirms it."
        }
        if page.restricted > 0 {
            p { "\(page.restricted) of those on this page may be opened only by the people named on them." }
        }
        if !page.lines.isEmpty { past }
        if let nextHref = page.nextHref { p { a(.href(nextHref)) { "More" } } }
        holds
        schedule
    }

    private var past: some HTML {
        DataTable(
            caption: "Past their retention, longest past first",
            columns: ["Record", "Kept until", "Because", "What keeps it now"]
        ) {
            for line in page.lines {
                TableRow {
                    HeadCell("Record") { a(.href(line.child.href)) { bdi { line.child.words } } }
                    Cell("Kept until") { line.keptUntil }
                    Cell("Because") { ul(.class("plain")) { for reason in line.because { li { reason } } } }
                    Cell("What keeps it now") {
                        if line.keptBy.isEmpty { "Nothing" } else { line.keptBy.joined(separator: "; ") }
                        if let proposed = line.proposed { ". \(proposed)" }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private var holds: some HTML {
        h2 { "Legal holds on every record" }
        if page.holds.isEmpty { p { "None. A hold on one child is put on that child's page." } }
        for hold in page.holds {
            h3 { hold.words }
            p(.class("as-written")) { hold.why }
            if let ended = hold.ended {
                p { ended }
            } else {
                form(.action("/retention/holds/\(hold.id)"), .method(.post), .novalidate) {
                    CSRFField(token: page.csrfToken)
                    TextField(
                        name: "ended-\(hold.id)", words: "Why this hold is not needed any more",
                        hint: "Somebody else than whoever put it on ends it.",
                        error: page.errors.message(for: "ended-\(hold.id)"))
                    button(.submit, .class("button quiet")) { "End this hold" }
                }
            }
        }
        h3 { "Put a hold on every record" }
        form(.action("/retention/holds"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            LongTextField(
                name: "why", words: "Why must everything be kept?", value: page.why,
                error: page.errors.message(for: "why"))
            TextField(
                name: "authority", words: "By whose word?", hint: "An inquiry's letter, an order, a decision.",
                value: page.authority, error: page.errors.message(for: "authority"))
            button(.submit, .class("button quiet")) { "Put the hold on" }
        }
    }

    @HTMLBuilder
    private var schedule: some HTML {
        h2 { "The schedule" }
        p {
            "Where several rows apply, the longest is kept to. What has no day is kept. Rows that are the council's own are "
            "confirmed by it before anything is destroyed."
        }
        DataTable(caption: "How long records are kept", columns: ["Record", "How long", "Source", "How sure"]) {
            for row in page.rows {
                TableRow {
                    HeadCell("Record") { row.title }
                    Cell("How long") { row.length }
                    Cell("Source") { row.source }
                    Cell("How sure") { row.mark }
                }
            }
        }
    }
}
