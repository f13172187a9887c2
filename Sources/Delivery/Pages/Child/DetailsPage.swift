import HTML

/// Where a child is found: addresses, school, telephones, doctor. What is withheld is hidden until somebody says why they
/// need it.
package struct DetailsPage: Page {
    package struct Line: Sendable {
        /// "Address, home".
        package var what: String
        /// Nil while it is hidden.
        package var words: String?
        /// "Since Tue 3 Mar 2026".
        package var when: String
        package var isPast: Bool

        package init(what: String, words: String?, when: String, isPast: Bool) {
            self.what = what
            self.words = words
            self.when = when
            self.isPast = isPast
        }
    }

    package struct Withheld: Sendable {
        package var what: String
        package var from: [String]
        package var why: String
        package var when: String

        package init(what: String, from: [String], why: String, when: String) {
            self.what = what
            self.from = from
            self.why = why
            self.when = when
        }
    }

    package var childName: String
    package var childHref: String
    package var csrfToken: String
    package var lines: [Line]
    package var withheld: [Withheld]
    /// Steps that record, withhold or end it, and documents that go out.
    package var actions: [Link]
    package var documents: [Link]
    /// Whether this reader may ask for what is hidden.
    package var maySee: Bool
    /// Set once they were shown it.
    package var isShown: Bool
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, csrfToken: String, lines: [Line], withheld: [Withheld], actions: [Link],
        documents: [Link], maySee: Bool, isShown: Bool, errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.csrfToken = csrfToken
        self.lines = lines
        self.withheld = withheld
        self.actions = actions
        self.documents = documents
        self.maySee = maySee
        self.isShown = isShown
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Where to find \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        DetailsView(page: self)
    }
}

struct DetailsView: HTML {
    let page: DetailsPage

    private var hidesAnything: Bool { page.lines.contains { $0.words == nil } }

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Where to find "
                bdi { page.childName }
            }
            for withheld in page.withheld { WithheldView(withheld: withheld) }
            lines("Now", page.lines.filter { !$0.isPast })
            if hidesAnything, page.maySee { asking }
            if page.isShown {
                p(.class("hint")) { "You were shown what is withheld, and why you asked is in the access log." }
            }
            lines("Before", page.lines.filter(\.isPast))
            if !page.actions.isEmpty {
                h2 { "Record" }
                LinkList(links: page.actions)
            }
            if !page.documents.isEmpty {
                h2 { "Documents that go out" }
                LinkList(links: page.documents)
            }
        }
    }

    @HTMLBuilder
    private func lines(_ heading: String, _ lines: [DetailsPage.Line]) -> some HTML {
        if !lines.isEmpty {
            h2 { heading }
            dl(.class("sums")) {
                for line in lines {
                    div {
                        dt { "\(line.what). \(line.when)" }
                        dd(.class("as-written")) {
                            if let words = line.words {
                                words
                            } else {
                                strong { "Withheld" }
                            }
                        }
                    }
                }
            }
        } else if heading == "Now" {
            p { "No address, school, telephone or doctor is recorded." }
        }
    }

    private var asking: some HTML {
        form(.action("\(page.childHref)/details"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            TextField(
                name: "why", words: "Why do you need what is withheld?",
                hint: "Kept in the access log with your name", value: "", error: page.errors.message(for: "why"))
            button(.submit, .class("button quiet")) { "Show it to me once" }
        }
    }
}

private struct WithheldView: HTML {
    let withheld: DetailsPage.Withheld

    var body: some HTML {
        div(.class("banner warn inset")) {
            h2 { "Withheld: \(withheld.what)" }
            p { "These people must not learn it:" }
            ul {
                for person in withheld.from { li { bdi { person } } }
            }
            p { withheld.why }
            if !withheld.when.isEmpty { p { withheld.when } }
        }
    }
}
