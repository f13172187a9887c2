import HTML

/// Restricted records that were opened in an emergency, for whoever says afterwards whether that was right.
package struct BrokenGlassPage: Page {
    package struct Opening: Sendable {
        /// Nil for a child the reader may not open.
        package var child: Link?
        package var who: String
        /// "Sat 21 Nov 2026, 06:04, until 10:04".
        package var when: String
        package var why: String
        /// What they looked at: "Opened a child, Sat 21 Nov 2026, 06:05". Nil where the reader may not be told.
        package var looks: [String]?
        package var number: Int64
        package var errors: [FieldError]

        package init(
            child: Link?, who: String, when: String, why: String, looks: [String]?, number: Int64,
            errors: [FieldError] = []
        ) {
            self.child = child
            self.who = who
            self.when = when
            self.why = why
            self.looks = looks
            self.number = number
            self.errors = errors
        }
    }

    package struct Reviewed: Sendable {
        package var opened: String
        package var child: Link?
        package var who: String
        package var verdict: String

        package init(opened: String, child: Link?, who: String, verdict: String) {
            self.opened = opened
            self.child = child
            self.who = who
            self.verdict = verdict
        }
    }

    package var csrfToken: String
    package var waiting: [Opening]
    /// How many wait for somebody else: those named on the record, or not the reader who opened it.
    package var waitingForOthers: Int
    package var reviewed: [Reviewed]

    package init(csrfToken: String, waiting: [Opening], waitingForOthers: Int, reviewed: [Reviewed]) {
        self.csrfToken = csrfToken
        self.waiting = waiting
        self.waitingForOthers = waitingForOthers
        self.reviewed = reviewed
    }

    private var errors: [FieldError] { waiting.flatMap(\.errors) }
    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Opened in an emergency" }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        BrokenGlassView(page: self, errors: errors)
    }
}

struct BrokenGlassView: HTML {
    let page: BrokenGlassPage
    let errors: [FieldError]

    var body: some HTML {
        ErrorSummary(errors: errors)
        h1 { "Opened in an emergency" }
        p(.class("lede")) {
            "Restricted records that somebody who is not named on them opened. Nobody reviews what they opened themselves."
        }
        h2 { "Waiting for your review" }
        if page.waiting.isEmpty { p { "None waits for you." } }
        for opening in page.waiting { OpeningView(opening: opening, csrfToken: page.csrfToken) }
        if page.waitingForOthers > 0 {
            p {
                page.waitingForOthers == 1
                    ? "1 more waits for somebody else: those named on a record review who opened it."
                    : "\(page.waitingForOthers) more wait for somebody else: those named on a record review who opened it."
            }
        }
        h2 { "Reviewed" }
        if page.reviewed.isEmpty {
            p { "None yet." }
        } else {
            DataTable(caption: "Latest first", columns: ["Opened", "Child", "By", "What the review says"]) {
                for line in page.reviewed {
                    TableRow {
                        HeadCell("Opened") { line.opened }
                        Cell("Child") { ChildOfOpening(child: line.child) }
                        Cell("By") { line.who }
                        Cell("What the review says") { line.verdict }
                    }
                }
            }
        }
    }
}

private struct ChildOfOpening: HTML {
    let child: Link?

    var body: some HTML {
        if let child {
            a(.href(child.href)) { bdi { child.words } }
        } else {
            "A restricted child"
        }
    }
}

private struct OpeningView: HTML {
    let opening: BrokenGlassPage.Opening
    let csrfToken: String

    var body: some HTML {
        article {
            h3 {
                ChildOfOpening(child: opening.child)
                ", opened by \(opening.who)"
            }
            p { opening.when }
            p(.class("as-written")) { "The reason given: \(opening.why)" }
            if let looks = opening.looks {
                p { looks.isEmpty ? "They looked at nothing." : "What they looked at, latest first:" }
                if !looks.isEmpty {
                    ul { for look in looks { li { look } } }
                }
            }
            form(.action("/break-glass/\(opening.number)"), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                ChoiceField(
                    name: name("verdict"), words: "Was it right to open it?",
                    options: [
                        FilterOption(value: "right", words: "Yes, it was right", isChosen: false),
                        FilterOption(value: "wrong", words: "No. It ends at once", isChosen: false),
                    ], error: opening.errors.message(for: name("verdict")))
                TextField(
                    name: name("words"), words: "Why", hint: "Kept for good with your name.",
                    error: opening.errors.message(for: name("words")))
                button(.submit, .class("button quiet")) { "Record the review" }
            }
        }
    }

    // Several stand on one page, and each field has an id of its own.
    private func name(_ field: String) -> String { "\(field)-\(opening.number)" }
}
