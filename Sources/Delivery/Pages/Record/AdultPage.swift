import HTML

/// An adult of the record: who they are, what is recorded about them, and the children they belong with whom the reader
/// may open.
package struct AdultPage: Page {
    package var name: String
    /// "born Fri 11 Feb 1990", "date of birth not known".
    package var born: String
    package var knownAs: String?
    package var formerNames: [String]
    /// Each risk in words, the ones that stand first.
    package var risks: [RiskLine]
    package var addresses: [String]
    package var children: [PersonLine]
    package var hidden: Int
    package var actions: [Link]

    /// The child of the record they are said to be.
    package var themselves: [Themselves] = []
    package var ties: [TieLine] = []
    package var hiddenTies = 0
    /// Where somebody is searched for to be tied to; nil for whoever records nothing.
    package var findHref: String?

    package struct Themselves: Sendable {
        package var child: PersonLine
        package var end: Link?

        package init(child: PersonLine, end: Link?) {
            self.child = child
            self.end = end
        }
    }

    package struct TieLine: Sendable {
        package var person: PersonLine
        package var change: Link?

        package init(person: PersonLine, change: Link?) {
            self.person = person
            self.change = change
        }
    }

    package struct RiskLine: Sendable {
        package var title: String
        package var words: [String]
        package var stands: Bool
        package var review: Link?

        package init(title: String, words: [String], stands: Bool, review: Link?) {
            self.title = title
            self.words = words
            self.stands = stands
            self.review = review
        }
    }

    package init(
        name: String, born: String, knownAs: String?, formerNames: [String], risks: [RiskLine], addresses: [String],
        children: [PersonLine], hidden: Int, actions: [Link]
    ) {
        self.name = name
        self.born = born
        self.knownAs = knownAs
        self.formerNames = formerNames
        self.risks = risks
        self.addresses = addresses
        self.children = children
        self.hidden = hidden
        self.actions = actions
    }

    package var title: String { "\(name), adult" }
    package var section: MainSection? { .search }
    package var trail: [Link] { [Link(words: "Search", href: MainSection.search.path)] }

    package func content(in frame: Frame) -> some HTML {
        AdultView(page: self)
    }
}

struct AdultView: HTML {
    let page: AdultPage

    var body: some HTML {
        div(.class("narrow")) {
            h1 { bdi { page.name } }
            p(.class("lede")) {
                "Adult, \(page.born). "
                if let knownAs = page.knownAs { "Known as \(knownAs). " }
                if !page.formerNames.isEmpty { "Formerly \(page.formerNames.joined(separator: ", ")). " }
            }
            if !page.actions.isEmpty {
                p(.class("actions")) {
                    for action in page.actions {
                        a(.class("button quiet"), .href(action.href)) { action.words }
                        " "
                    }
                }
            }
            if !page.themselves.isEmpty {
                h2 { "Also a child of this record" }
                ul(.class("people")) {
                    for one in page.themselves {
                        PersonItem(person: one.child)
                        if let end = one.end { li { a(.href(end.href)) { end.words } } }
                    }
                }
            }
            h2 { "Risk to children" }
            if page.risks.isEmpty { p { "Nothing is recorded of a risk they pose." } }
            for risk in page.risks { RiskBanner(risk: risk) }
            h2 { "Children" }
            ul(.class("people")) {
                for child in page.children { PersonItem(person: child) }
                if page.hidden > 0 { li { "\(page.hidden) you may not open" } }
            }
            AdultTies(page: page)
            h2 { "Addresses" }
            if page.addresses.isEmpty {
                p { "No address is recorded." }
            } else {
                ul { for address in page.addresses { li { address } } }
            }
        }
    }
}

private struct AdultTies: HTML {
    let page: AdultPage

    var body: some HTML {
        if !page.ties.isEmpty || page.hiddenTies > 0 || page.findHref != nil {
            h2 { "Other adults" }
            if page.ties.isEmpty, page.hiddenTies == 0 { p { "What they are to other adults is not recorded." } }
            ul(.class("people")) {
                for tie in page.ties {
                    PersonItem(person: tie.person)
                    if let change = tie.change {
                        li {
                            a(.href(change.href)) { change.words }
                        }
                    }
                }
                if page.hiddenTies > 0 { li { "\(page.hiddenTies) you may not see" } }
            }
            if let find = page.findHref {
                form(.method(.get), .action(find)) {
                    TextField(
                        name: "with", words: "Find another adult to tie them to", hint: "By name", value: "",
                        error: nil)
                    button(.class("button quiet")) { "Find" }
                }
            }
        }
    }
}

private struct RiskBanner: HTML {
    let risk: AdultPage.RiskLine

    var body: some HTML {
        div(.class(risk.stands ? "banner warn inset" : "banner inset")) {
            p { strong { risk.title } }
            for words in risk.words { p { words } }
            if let review = risk.review {
                p { a(.href(review.href)) { review.words } }
            }
        }
    }
}
