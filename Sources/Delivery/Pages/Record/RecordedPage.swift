import HTML

/// Something has been recorded: what it says, what it clears, what is due next and what can be done next.
package struct RecordedPage: Page {
    /// "Visit recorded".
    package var heading: String
    package var childName: String
    package var childHref: String
    /// "Child protection visit. The child was seen, and seen alone."
    package var words: String
    package var on: String
    /// Concerns this cleared, as sentences.
    package var clears: [String]
    /// Clocks that start with it: "Child on a plan not seen: by Tue 17 Mar 2026".
    package var starts: [String]
    /// What comes next in the child's journey.
    package var next: [Link]

    package init(
        heading: String, childName: String, childHref: String, words: String, on day: String, clears: [String],
        starts: [String], next: [Link] = []
    ) {
        self.heading = heading
        self.next = next
        self.childName = childName
        self.childHref = childHref
        self.words = words
        self.on = day
        self.clears = clears
        self.starts = starts
    }

    package var title: String { heading }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        RecordedView(page: self)
    }
}

struct RecordedView: HTML {
    let page: RecordedPage

    var body: some HTML {
        div(.class("narrow")) {
            div(.class("banner inset"), .role("status")) {
                h1 { page.heading }
                p {
                    bdi { page.childName }
                    ", \(page.on). \(page.words)"
                }
            }
            h2 { "What it clears" }
            if page.clears.isEmpty {
                p { "Nothing was missing that this puts right." }
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
            if !page.next.isEmpty {
                h2 { "What comes next" }
                LinkList(links: page.next)
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
