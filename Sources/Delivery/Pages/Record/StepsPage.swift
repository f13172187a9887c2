import HTML

/// Everything that can be recorded about a child now, what comes next first.
package struct StepsPage: Page {
    package var childName: String
    package var childHref: String
    package var standing: String
    package var next: [Link]
    package var others: [Link]

    package init(childName: String, childHref: String, standing: String, next: [Link], others: [Link]) {
        self.childName = childName
        self.childHref = childHref
        self.standing = standing
        self.next = next
        self.others = others
    }

    package var title: String { "Record about \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        StepsView(page: self)
    }
}

struct StepsView: HTML {
    let page: StepsPage

    var body: some HTML {
        div(.class("narrow")) {
            h1 {
                "Record about "
                bdi { page.childName }
            }
            p(.class("lede")) { page.standing }
            if !page.next.isEmpty {
                h2 { "What comes next" }
                LinkList(links: page.next)
            }
            h2 { page.next.isEmpty ? "What can be recorded" : "Anything else" }
            LinkList(links: page.others)
        }
    }
}

struct LinkList: HTML {
    let links: [Link]

    var body: some HTML {
        ul {
            for link in links {
                li { a(.href(link.href)) { link.words } }
            }
        }
    }
}
