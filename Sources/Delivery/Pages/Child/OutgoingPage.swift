import HTML

/// A document about a child that is to leave the council, as it will leave.
package struct OutgoingPage: Page {
    package struct Line: Sendable {
        package var date: String
        package var title: String
        package var words: String
        /// Why it matters, in the words of whoever chose it.
        package var meant: String?

        package init(date: String, title: String, words: String) {
            self.date = date
            self.title = title
            self.words = words
        }
    }

    package var heading: String
    package var childName: String
    package var childHref: String
    /// "For Jane Invented, mother. Prepared on Tue 3 Mar 2026."
    package var lede: String
    /// Nil once it is released.
    package var notReleased: String?
    /// How often what is withheld was taken out: "address, in 3 places".
    package var takenOut: [String]
    package var lines: [Line]
    package var releaseHref: String?
    /// The same as a table; nil until it is released.
    package var tableHref: String?
    /// What was left out for this reader, and why; only for whoever releases it.
    package var leftOut: String?

    package init(
        heading: String, childName: String, childHref: String, lede: String, notReleased: String?, takenOut: [String],
        lines: [Line], releaseHref: String?
    ) {
        self.heading = heading
        self.childName = childName
        self.childHref = childHref
        self.lede = lede
        self.notReleased = notReleased
        self.takenOut = takenOut
        self.lines = lines
        self.releaseHref = releaseHref
    }

    package var title: String { "\(heading): \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        OutgoingView(page: self)
    }
}

struct OutgoingView: HTML {
    let page: OutgoingPage

    var body: some HTML {
        div(.class("narrow")) {
            h1 {
                "\(page.heading): "
                bdi { page.childName }
            }
            p(.class("lede")) { page.lede }
            if let notReleased = page.notReleased {
                div(.class("banner warn inset")) {
                    p { strong { notReleased } }
                    if let leftOut = page.leftOut { p { leftOut } }
                    if page.takenOut.isEmpty {
                        p {
                            "Nothing that is withheld was found in it. Read it all the same: words can tell a place without naming it."
                        }
                    } else {
                        p { "Taken out of it, because it is withheld:" }
                        ul {
                            for taken in page.takenOut { li { taken } }
                        }
                        p { "Read it all the same: words can tell a place without naming it." }
                    }
                    if let releaseHref = page.releaseHref {
                        p { a(.href(releaseHref)) { "Release it or keep it back" } }
                    }
                }
            }
            if page.lines.isEmpty { p { "There is nothing of this kind on the record." } }
            for line in page.lines {
                h2 { line.date.isEmpty ? line.title : "\(line.date). \(line.title)" }
                p(.class("as-written")) { line.words }
                if let meant = line.meant {
                    p(.class("as-written")) {
                        strong { "What it meant: " }
                        meant
                    }
                }
            }
            if let tableHref = page.tableHref {
                p(.class("tools")) { a(.href(tableHref)) { "The same as a table (CSV)" } }
            }
        }
    }
}
