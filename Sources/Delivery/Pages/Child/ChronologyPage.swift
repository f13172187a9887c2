import HTML

/// A child's story with a box beside each entry: what is ticked goes into a chronology for somebody.
package struct ChronologyPage: Page {
    package struct Entry: Sendable {
        package var key: String
        package var date: String
        package var title: String
        package var words: String
        package var isChosen: Bool
        package var meant: String

        package init(key: String, date: String, title: String, words: String, isChosen: Bool, meant: String) {
            self.key = key
            self.date = date
            self.title = title
            self.words = words
            self.isChosen = isChosen
            self.meant = meant
        }
    }

    package var childName: String
    package var childHref: String
    package var action: String
    package var csrfToken: String
    package var hidden: [(name: String, value: String)]
    package var filters: FilterForm
    package var entries: [Entry]
    package var position: ListPosition
    /// How many are chosen, on this page and on others.
    package var chosen: Int
    /// How many of those chosen are told otherwise since, and have to be chosen again.
    package var lost: Int
    package var chosenHref: String
    package var allHref: String
    package var recipient: String
    package var relation: String
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, action: String, csrfToken: String,
        hidden: [(name: String, value: String)], filters: FilterForm, entries: [Entry], position: ListPosition,
        chosen: Int, lost: Int, chosenHref: String, allHref: String, recipient: String, relation: String,
        errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.action = action
        self.csrfToken = csrfToken
        self.hidden = hidden
        self.filters = filters
        self.entries = entries
        self.position = position
        self.chosen = chosen
        self.lost = lost
        self.chosenHref = chosenHref
        self.allHref = allHref
        self.recipient = recipient
        self.relation = relation
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Chronology of \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        ChronologyView(page: self)
    }
}

struct ChronologyView: HTML {
    let page: ChronologyPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 {
            "Choose a chronology of "
            bdi { page.childName }
        }
        p(.class("lede")) {
            "Tick what belongs in it, and say what it meant where that helps. What you choose is kept for you, and "
            "somebody else reads the whole before it goes."
        }
        p {
            strong { page.chosen == 1 ? "1 entry chosen. " : "\(page.chosen) entries chosen. " }
            a(.href(page.chosenHref)) { "Only those chosen" }
            ". "
            a(.href(page.allHref)) { "All entries" }
            "."
        }
        if page.lost > 0 {
            div(.class("banner warn inset")) {
                p {
                    page.lost == 1
                        ? "1 entry you chose has been recorded otherwise since: choose it again."
                        : "\(page.lost) entries you chose have been recorded otherwise since: choose them again."
                }
            }
        }
        div(.class("tools")) { FilterBar(filters: page.filters, words: "Filter the entries") }
        form(.action(page.action), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            for field in page.hidden { input(.type(.hidden), .name(field.name), .value(field.value)) }
            FieldProblem(field: "chosen", message: page.errors.message(for: "chosen"))
            if page.entries.isEmpty { p { "Nothing recorded that these filters would show." } }
            ol(.class("story"), .id("chosen")) {
                for (place, entry) in page.entries.enumerated() {
                    ChronologyItem(entry: entry, place: place, error: page.errors.message(for: "meant-\(place)"))
                }
            }
            button(.submit, .class("button quiet"), .name("do"), .value("keep")) { "Keep what is chosen" }
            h2 { "Prepare it to go out" }
            TextField(
                name: "recipient", words: "Who is it for?", value: page.recipient,
                error: page.errors.message(for: "recipient"))
            TextField(
                name: "relation", words: "Who are they to the child?", hint: "Mother, her solicitor, the court",
                value: page.relation, error: page.errors.message(for: "relation"))
            button(.submit, .class("button"), .name("do"), .value("prepare")) { "Prepare it" }
        }
        PositionBar(position: page.position)
    }
}

private struct ChronologyItem: HTML {
    let entry: ChronologyPage.Entry
    let place: Int
    let error: String?

    var body: some HTML {
        li {
            input(.type(.hidden), .name("shown"), .value(entry.key))
            div(.class("radio")) {
                input(.type(.checkbox), .id("chosen-\(place)"), .name("chosen"), .value(entry.key))
                    .attributes(.checked, when: entry.isChosen)
                label(.for("chosen-\(place)")) { "\(entry.date). \(entry.title)" }
            }
            p(.class("as-written")) { entry.words }
            TextField(
                name: "meant-\(place)", words: "What it meant (if you wish to say)", value: entry.meant, error: error)
        }
    }
}
