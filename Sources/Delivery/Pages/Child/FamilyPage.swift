import HTML

/// Whom a child belongs with, and how somebody else is added.
package struct FamilyPage: Page {
    package var childName: String
    package var childHref: String
    package var csrfToken: String
    package var people: [PersonLine]
    package var ties: [FilterOption]
    package var query: String
    package var found: [SearchResult]?
    package var errors: [FieldError]
    /// Adults a search found, each leading to how they belong with the child.
    package var adults: [PersonLine] = []
    /// Where an adult who is not known here is recorded; nil before anybody has searched.
    package var newAdultHref: String?
    package var genogram: Genogram?

    package init(
        childName: String, childHref: String, csrfToken: String, people: [PersonLine], ties: [FilterOption],
        query: String = "", found: [SearchResult]? = nil, errors: [FieldError] = []
    ) {
        self.childName = childName
        self.childHref = childHref
        self.csrfToken = csrfToken
        self.people = people
        self.ties = ties
        self.query = query
        self.found = found
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Family of \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        FamilyView(page: self)
    }
}

struct FamilyView: HTML {
    let page: FamilyPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Family of "
                bdi { page.childName }
            }
            if page.people.isEmpty {
                p { "Nobody is recorded as belonging with this child." }
            } else {
                ul(.class("people")) {
                    for person in page.people { PersonItem(person: person) }
                }
            }
            if let genogram = page.genogram { GenogramView(genogram: genogram) }
            h2 { "Add somebody to the family" }
            p(.class("hint")) { "Search first: children and adults who are known here are found." }
            form(.action("\(page.childHref)/family"), .method(.get), .novalidate) {
                TextField(name: "q", words: "Name, date of birth or number", value: page.query, error: nil)
                button(.submit, .class("button quiet")) { "Find" }
            }
            if let found = page.found {
                if found.isEmpty { p { "No child was found. One who is not known here is referred first." } }
                if !found.isEmpty { choose(found) }
                h3 { "Adults" }
                if page.adults.isEmpty { p { "No adult was found." } }
                if !page.adults.isEmpty {
                    ul(.class("people")) { for adult in page.adults { PersonItem(person: adult) } }
                }
                if let href = page.newAdultHref {
                    p(.class("actions")) {
                        a(.class("button quiet"), .href(href)) { "Record an adult not known here" }
                    }
                }
            }
        }
    }

    private func choose(_ found: [SearchResult]) -> some HTML {
        form(.action("\(page.childHref)/family"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            ChoiceField(
                name: "other", words: "Which child?",
                options: found.map { child in
                    FilterOption(
                        value: child.identifiers.first ?? "", words: "\(child.name), born \(child.born)",
                        isChosen: false)
                }, error: page.errors.message(for: "other"))
            ChoiceField(
                name: "tie", words: "What ties them?", options: page.ties, error: page.errors.message(for: "tie"))
            button(.submit, .class("button")) { "Add to the family" }
        }
    }
}
