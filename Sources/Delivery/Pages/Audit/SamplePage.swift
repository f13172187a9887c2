import HTML

/// One sample: how it came about, what it says of everybody, and its cases.
package struct SamplePage: Page {
    package struct Case: Sendable {
        package var child: Link
        /// "auditor: good; moderator: requires improvement".
        package var readings: [String]
        package var marks: [String]
        package var read: Link?
        /// Where whoever did not read it says which grade stands.
        package var moderate: Link?

        package init(child: Link, readings: [String], marks: [String], read: Link?) {
            self.child = child
            self.readings = readings
            self.marks = marks
            self.read = read
        }
    }

    /// How far a look-back over a whole frame has got.
    package struct Campaign: Sendable {
        package struct Row: Sendable {
            package var name: String
            package var of: Int
            package var read: Int
            /// Nil where the reader has yet to read what others have.
            package var atRisk: Int?
            package var flagged: Int

            package init(name: String, of: Int, read: Int, atRisk: Int?, flagged: Int) {
                self.name = name
                self.of = of
                self.read = read
                self.atRisk = atRisk
                self.flagged = flagged
            }
        }

        package var teams: [Row]
        /// Files first read on a day.
        package var days: [(day: String, files: Int)]
        package var all: Row

        package init(teams: [Row], days: [(day: String, files: Int)], all: Row) {
            self.teams = teams
            self.days = days
            self.all = all
        }
    }

    package var id: String
    package var name: String
    package var lede: String
    /// What anybody needs to draw it again.
    package var provenance: [(words: String, value: String)]
    package var progress: String
    /// What the sample says of its frame, or why it says nothing.
    package var estimates: [(words: String, value: String)]
    package var agreement: [String]
    package var cases: [Case]
    package var restricted: Int
    package var replaced: [String]
    package var mayReplace: [FilterOption]
    package var csrfToken: String
    package var errors: [FieldError]
    /// Children of it whose record was destroyed since.
    package var destroyed = 0
    package var campaign: Campaign?
    /// Where the cases shown stand among all of them; nil where all are shown.
    package var position: ListPosition?
    /// Each question of the sample it asks again: then and now.
    package var compared: [(question: String, before: String, after: String)] = []
    package var comparedWith: Link?

    package init(
        id: String, name: String, lede: String, provenance: [(words: String, value: String)], progress: String,
        estimates: [(words: String, value: String)], agreement: [String], cases: [Case], restricted: Int,
        replaced: [String], mayReplace: [FilterOption], csrfToken: String, errors: [FieldError]
    ) {
        self.id = id
        self.name = name
        self.lede = lede
        self.provenance = provenance
        self.progress = progress
        self.estimates = estimates
        self.agreement = agreement
        self.cases = cases
        self.restricted = restricted
        self.replaced = replaced
        self.mayReplace = mayReplace
        self.csrfToken = csrfToken
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Sample: \(name)" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path)] }

    package func content(in frame: Frame) -> some HTML { SampleView(page: self) }
}

struct SampleView: HTML {
    let page: SamplePage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 { page.name }
        p(.class("lede")) { page.lede }
        p { page.progress }
        h2 { "What it says" }
        facts(page.estimates)
        if !page.agreement.isEmpty {
            h2 { "Agreement between readers" }
            ul { for words in page.agreement { li { words } } }
        }
        if let campaign = page.campaign { CampaignView(campaign: campaign) }
        if let before = page.comparedWith {
            h2 { "Before and after" }
            p {
                "The same questions as in "
                a(.href(before.href)) { before.words }
                ", of the files read each time. With few files a difference may be chance."
            }
            DataTable(caption: "Before and after", columns: ["Asked", "Before", "Now"]) {
                for row in page.compared {
                    TableRow {
                        HeadCell("Asked") { row.question }
                        Cell("Before") { row.before }
                        Cell("Now") { row.after }
                    }
                }
            }
        }
        h2 { "Cases" }
        DataTable(caption: "In the order drawn", columns: ["Child", "Read", "Found", "Next"]) {
            for one in page.cases {
                TableRow {
                    HeadCell("Child") { a(.href(one.child.href)) { bdi { one.child.words } } }
                    Cell("Read") { one.readings.isEmpty ? "Not yet" : one.readings.joined(separator: "; ") }
                    Cell("Found") { one.marks.joined(separator: "; ") }
                    Cell("Next") {
                        if let read = one.read { a(.href(read.href)) { read.words } }
                        if let moderate = one.moderate {
                            " "
                            a(.href(moderate.href)) { moderate.words }
                        }
                    }
                }
            }
        }
        if let position = page.position { PositionBar(position: position) }
        if page.restricted > 0 {
            p { "\(page.restricted) more \(page.restricted == 1 ? "is" : "are") restricted, and not shown to you." }
        }
        if page.destroyed > 0 {
            p {
                "\(page.destroyed) more \(page.destroyed == 1 ? "was a case, whose record was" : "were cases, whose records were") destroyed since at the end of retention. What was found there counts no more."
            }
        }
        if !page.replaced.isEmpty {
            h2 { "Replaced" }
            ul { for words in page.replaced { li { words } } }
        }
        if !page.mayReplace.isEmpty { replace }
        h2 { "How it came about" }
        facts(page.provenance)
    }

    private func facts(_ rows: [(words: String, value: String)]) -> some HTML {
        dl(.class("sums")) {
            for row in rows {
                div {
                    dt { row.words }
                    dd { row.value }
                }
            }
        }
    }

    private var replace: some HTML {
        details {
            summary { "Replace a case that cannot be read" }
            form(.action("/audit/samples/\(page.id)/replacements"), .method(.post), .class("narrow")) {
                CSRFField(token: page.csrfToken)
                SelectField(
                    name: "child", words: "Which case?", none: "Choose", options: page.mayReplace,
                    error: page.errors.message(for: "child"))
                LongTextField(
                    name: "why", words: "Why can it not be read?",
                    hint: "The next in the drawn order takes its place; both stay to be seen", value: "",
                    error: page.errors.message(for: "why"))
                button(.submit, .class("button quiet")) { "Replace" }
            }
        }
        .attributes(.open, when: !page.errors.isEmpty)
    }
}
