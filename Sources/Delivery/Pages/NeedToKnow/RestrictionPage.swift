import HTML

/// Who may open one child's record, and who said so.
package struct RestrictionPage: Page {
    package struct Line: Sendable {
        package var when: String
        package var who: String
        package var what: String
        package var why: String

        package init(when: String, who: String, what: String, why: String) {
            self.when = when
            self.who = who
            self.what = what
            self.why = why
        }
    }

    package var childName: String
    package var childHref: String
    package var csrfToken: String
    /// "Restricted since Sat 21 Nov 2026, 06:04 by Ana Reyes.", or that it is not.
    package var standing: String
    package var isRestricted: Bool
    /// "Ben Adeyemi leads this child and may not open the record."
    package var warning: String?
    package var people: [FilterOption]
    /// Asked once whoever leads the child was left out.
    package var leadLeftOut: String?
    package var why: String
    /// The line that was the last when the page was made.
    package var seen: Int64
    package var lines: [Line]
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, csrfToken: String, standing: String, isRestricted: Bool,
        warning: String?, people: [FilterOption], leadLeftOut: String?, why: String, seen: Int64, lines: [Line],
        errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.csrfToken = csrfToken
        self.standing = standing
        self.isRestricted = isRestricted
        self.warning = warning
        self.people = people
        self.leadLeftOut = leadLeftOut
        self.why = why
        self.seen = seen
        self.lines = lines
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Who may open \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        RestrictionView(page: self)
    }
}

struct RestrictionView: HTML {
    let page: RestrictionPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Who may open "
                bdi { page.childName }
            }
            p(.class("lede")) { page.standing }
            if let warning = page.warning {
                div(.class("banner warn inset")) { p { warning } }
            }
            p {
                "A restricted child is opened by the people named and by nobody else. Every list goes on counting the "
                "child, and says no more than that one is restricted. What is due for the child still falls due."
            }
            naming
            if page.isRestricted { lifting }
            if !page.lines.isEmpty { changes }
        }
    }

    private var naming: some HTML {
        form(.action("\(page.childHref)/restriction"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("seen"), .value("\(page.seen)"))
            ChoiceField(
                name: "named", words: "Who may open the record",
                hint: "Name at least one manager: only a manager who is named can change this again.",
                takesSeveral: true, options: page.people, error: page.errors.message(for: "named"))
            if let lead = page.leadLeftOut {
                ChoiceField(
                    name: "without-lead", words: "\(lead) leads this child", takesSeveral: true,
                    options: [
                        FilterOption(
                            value: "yes", words: "They are not to open the record, and this is meant", isChosen: false)
                    ], error: page.errors.message(for: "without-lead"))
            }
            LongTextField(
                name: "why", words: page.isRestricted ? "Why this is changed" : "Why the record is restricted",
                hint: "Kept for good. Those named read it here.", value: page.why,
                error: page.errors.message(for: "why"))
            button(.submit, .class("button"), .name("do"), .value("restrict")) {
                page.isRestricted ? "Change who may open it" : "Restrict the record"
            }
        }
    }

    @HTMLBuilder
    private var lifting: some HTML {
        h2 { "Lift the restriction" }
        form(.action("\(page.childHref)/restriction"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("seen"), .value("\(page.seen)"))
            TextField(
                name: "why-lifted", words: "Why it is lifted",
                hint: "Everybody whose work is with children can then open the record.",
                error: page.errors.message(for: "why-lifted"))
            button(.submit, .class("button quiet"), .name("do"), .value("lift")) { "Lift the restriction" }
        }
    }

    @HTMLBuilder
    private var changes: some HTML {
        h2 { "What was changed" }
        DataTable(caption: "Latest first", columns: ["When", "By", "What", "Why"]) {
            for line in page.lines {
                TableRow {
                    HeadCell("When") { line.when }
                    Cell("By") { line.who }
                    Cell("What") { line.what }
                    Cell("Why") { line.why }
                }
            }
        }
    }
}
