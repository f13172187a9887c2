import HTML

/// Something that was handed over about a child and that nobody has taken yet.
package struct HandoverItem: Sendable {
    package var child: Link
    /// "By N. Fofana, Sat 21 Nov 2026, 06:40, to the child's own team."
    package var who: String
    package var items: String
    /// "To be taken by Mon 23 Nov 2026, 09:00."
    package var dueWords: String
    package var isOutstanding: Bool
    /// Where it is taken; nil for whoever may not take it.
    package var accept: Accept?

    package struct Accept: Sendable {
        package var action: String
        package var csrfToken: String
        /// The page it goes back to.
        package var back: String

        package init(action: String, csrfToken: String, back: String) {
            self.action = action
            self.csrfToken = csrfToken
            self.back = back
        }
    }

    package init(
        child: Link, who: String, items: String, dueWords: String, isOutstanding: Bool, accept: Accept?
    ) {
        self.child = child
        self.who = who
        self.items = items
        self.dueWords = dueWords
        self.isOutstanding = isOutstanding
        self.accept = accept
    }
}

struct HandoverList: HTML {
    let items: [HandoverItem]

    var body: some HTML {
        ul(.class("handovers")) {
            for item in items { HandoverLine(item: item) }
        }
    }
}

private struct HandoverLine: HTML {
    let item: HandoverItem

    var body: some HTML {
        li {
            p {
                a(.href(item.child.href)) { bdi { item.child.words } }
                ". \(item.who) "
                if item.isOutstanding { strong { item.dueWords } } else { item.dueWords }
            }
            p(.class("told")) { item.items }
            if let accept = item.accept {
                form(.action(accept.action), .method(.post)) {
                    CSRFField(token: accept.csrfToken)
                    input(.type(.hidden), .name("back"), .value(accept.back))
                    button(.submit, .class("button quiet")) {
                        "I take this"
                        span(.class("read-aloud")) { ": \(item.child.words)" }
                    }
                }
            }
        }
    }
}
