import HTML

/// A visit has been recorded: what it says, what it clears, and when the next is due.
package struct VisitRecordedPage: Page {
    package var childName: String
    package var childHref: String
    /// "Child protection visit. The child was seen, and seen alone."
    package var words: String
    package var on: String
    /// Concerns this visit cleared, as sentences.
    package var clears: [String]
    /// Clocks that start with this visit: "Child on a plan not seen: by Tue 17 Mar 2026".
    package var starts: [String]

    package init(
        childName: String, childHref: String, words: String, on day: String, clears: [String], starts: [String]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.words = words
        self.on = day
        self.clears = clears
        self.starts = starts
    }

    package var title: String { "Visit recorded" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        VisitRecordedView(page: self)
    }
}

struct VisitRecordedView: HTML {
    let page: VisitRecordedPage

    var body: some HTML {
        div(.class("narrow")) {
            div(.class("banner inset"), .role("status")) {
                h1 { "Visit recorded" }
                p {
                    bdi { page.childName }
                    ", \(page.on). \(page.words)"
                }
            }
            h2 { "What it clears" }
            if page.clears.isEmpty {
                p { "Nothing was missing that this visit puts right." }
            } else {
                ul {
                    for words in page.clears { li { words } }
                }
            }
            if !page.starts.isEmpty {
                h2 { "What is due next" }
                ul {
                    for words in page.starts { li { words } }
                }
            }
            p {
                a(.class("button"), .href(page.childHref)) {
                    "Back to "
                    bdi { page.childName }
                }
                " "
                a(.class("button quiet"), .href(MainSection.today.path)) { "Today" }
            }
        }
    }
}
