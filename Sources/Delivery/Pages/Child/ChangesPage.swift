import HTML

/// What was written earlier and later, field by field and word by word.
package struct ChangesPage: Page {
    package struct Field: Sendable {
        package var words: String
        /// Nil where both say the same.
        package var difference: WordDifference?
        package var same: String

        package init(words: String, difference: WordDifference?, same: String) {
            self.words = words
            self.difference = difference
            self.same = same
        }
    }

    package struct Action: Sendable {
        package var state: String
        package var aim: String
        package var who: String
        package var by: String
        package var how: String

        package init(state: String, aim: String, who: String, by: String, how: String) {
            self.state = state
            self.aim = aim
            self.who = who
            self.by = by
            self.how = how
        }
    }

    package struct Compared: Sendable {
        package var earlier: String
        package var later: String
        package var fields: [Field]
        package var actions: [Action]
        package var from: [FilterOption]
        package var to: [FilterOption]

        package init(
            earlier: String, later: String, fields: [Field], actions: [Action], from: [FilterOption], to: [FilterOption]
        ) {
            self.earlier = earlier
            self.later = later
            self.fields = fields
            self.actions = actions
            self.from = from
            self.to = to
        }
    }

    package var childName: String
    package var childHref: String
    package var action: String
    /// What can be compared.
    package var offered: [Link]
    package var compared: Compared?

    package init(childName: String, childHref: String, action: String, offered: [Link]) {
        self.childName = childName
        self.childHref = childHref
        self.action = action
        self.offered = offered
    }

    package var title: String { "What was changed: \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
            + (compared == nil ? [] : [Link(words: "What was changed", href: action)])
    }

    package func content(in frame: Frame) -> some HTML {
        ChangesView(page: self)
    }
}

struct ChangesView: HTML {
    let page: ChangesPage

    var body: some HTML {
        h1 {
            "What was changed: "
            bdi { page.childName }
        }
        if let compared = page.compared {
            ComparedView(compared: compared, action: page.action)
        } else if page.offered.isEmpty {
            p { "Nothing on this record was written more than once." }
        } else {
            p(.class("lede")) {
                "Nothing that was recorded is ever lost: what was written first stays beside what replaced it."
            }
            LinkList(links: page.offered)
        }
    }
}

private struct ComparedView: HTML {
    let compared: ChangesPage.Compared
    let action: String

    @HTMLBuilder
    var body: some HTML {
        dl(.class("sums")) {
            div {
                dt { "Earlier" }
                dd { compared.earlier }
            }
            div {
                dt { "Later" }
                dd { compared.later }
            }
        }
        if !compared.actions.isEmpty {
            DataTable(
                caption: "The actions of the plan",
                columns: ["", "What should change", "Who", "By", "How anybody knows"]
            ) {
                for action in compared.actions {
                    TableRow {
                        HeadCell("Now") { action.state }
                        Cell("What should change") { action.aim }
                        Cell("Who") { action.who }
                        Cell("By") { action.by }
                        Cell("How anybody knows") { action.how }
                    }
                }
            }
        }
        for field in compared.fields {
            h2 { field.words }
            if let difference = field.difference {
                WordDifferenceView(difference: difference)
            } else {
                p(.class("hint")) { "Not changed." }
                p(.class("as-written")) { field.same }
            }
        }
        form(.action(action), .method(.get)) {
            h2 { "Compare others" }
            SelectField(name: "from", words: "Earlier", options: compared.from, error: nil)
            SelectField(name: "to", words: "Later", options: compared.to, error: nil)
            button(.submit, .class("button quiet")) { "Compare" }
        }
    }
}
