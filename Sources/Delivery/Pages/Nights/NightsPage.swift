import HTML

/// What emergency duty has in hand: what was handed over, what came in since the offices closed, what is due before they
/// open, and the children at most risk.
package struct NightsPage: Page {
    package struct Recorded: Sendable {
        package var child: Link
        package var what: String
        package var when: String
        package var by: String

        package init(child: Link, what: String, when: String, by: String) {
            self.child = child
            self.what = what
            self.when = when
            self.by = by
        }
    }

    /// "From Fri 20 Nov 2026, 17:00 to Mon 23 Nov 2026, 09:00."
    package var stretch: String
    package var handedOver: [HandoverItem]
    package var recorded: [Recorded]
    package var due: [ChildCard]
    package var atRisk: [ChildCard]
    /// How many more there are at risk than are shown.
    package var more: Int
    package var restricted: Int
    /// Nil for those who may not print it.
    package var listHref: String?

    package init(
        stretch: String, handedOver: [HandoverItem], recorded: [Recorded], due: [ChildCard], atRisk: [ChildCard],
        more: Int, restricted: Int, listHref: String?
    ) {
        self.stretch = stretch
        self.handedOver = handedOver
        self.recorded = recorded
        self.due = due
        self.atRisk = atRisk
        self.more = more
        self.restricted = restricted
        self.listHref = listHref
    }

    package var title: String { "Nights and weekends" }
    package var section: MainSection? { .nights }

    package func content(in frame: Frame) -> some HTML {
        NightsView(page: self)
    }
}

struct NightsView: HTML {
    let page: NightsPage

    var body: some HTML {
        h1 { "Nights and weekends" }
        p(.class("lede")) { page.stretch }
        form(.class("search"), .role("search"), .action(MainSection.search.path), .method(.get)) {
            input(.type(.hidden), .name("for"), .value("tonight"))
            div(.class("field")) {
                label(.for("q")) { "Find a child" }
                p(.class("hint"), .id("q-hint")) { "A name, a former name, a date of birth or a number" }
                input(
                    .type(.search), .id("q"), .name("q"), .value(""), .autocomplete("off"), .spellcheck(false),
                    .aria("describedby", "q-hint"))
            }
            button(.submit, .class("button")) { "Search" }
        }
        if let href = page.listHref {
            p { a(.href(href)) { "Emergency list, to print" } }
        }
        h2 { "Handed over, not yet taken" }
        if page.handedOver.isEmpty { p { "Nothing that was handed over waits to be taken." } }
        if !page.handedOver.isEmpty { HandoverList(items: page.handedOver) }
        h2 { "Due before the offices open" }
        if page.due.isEmpty { p { "Nothing found that falls due before then, in what was checked." } }
        for child in page.due { ChildArticle(child: child) }
        h2 { "Recorded since the offices closed" }
        if page.recorded.isEmpty { p { "Nothing has been recorded." } }
        if !page.recorded.isEmpty { recorded }
        h2 { "Children at most risk" }
        if page.atRisk.isEmpty { p { "Nothing found missing in what was checked." } }
        for child in page.atRisk { ChildArticle(child: child) }
        if page.more > 0 { p { a(.href("/today?level=1")) { "\(page.more) more on Today" } } }
        if page.restricted > 0 {
            p(.class("restricted")) {
                "What is about restricted children is counted and not shown: \(page.restricted)."
            }
        }
    }

    private var recorded: some HTML {
        DataTable(caption: "Latest first", columns: ["Child", "What", "When", "By"]) {
            for line in page.recorded {
                TableRow {
                    HeadCell("Child") { a(.href(line.child.href)) { bdi { line.child.words } } }
                    Cell("What") { line.what }
                    Cell("When") { line.when }
                    Cell("By") { line.by }
                }
            }
        }
    }
}
