import HTML

/// One child in a list, with what is missing for them.
package struct ChildCard: Sendable {
    package var name: String
    package var href: String
    /// "4 years, born Fri 11 Feb 2022", "due Tue 2 Feb 2027".
    package var age: String
    package var statuses: [StatusTag]
    /// "J. Marsh, Protection East"; nil when nobody holds the child.
    /// "Held by J. Marsh, Assessment North".
    package var holding: String
    package var concerns: [ConcernLine]
    /// What is not shown here: "2 more to watch".
    package var more: Link?

    package init(
        name: String, href: String, age: String, statuses: [StatusTag], holding: String,
        concerns: [ConcernLine], more: Link? = nil
    ) {
        self.name = name
        self.href = href
        self.age = age
        self.statuses = statuses
        self.holding = holding
        self.concerns = concerns
        self.more = more
    }
}

struct ChildArticle: HTML {
    let child: ChildCard

    var body: some HTML {
        article(.class("child")) {
            div(.class("who")) {
                h2 { a(.href(child.href)) { bdi { child.name } } }
                p(.class("age")) { child.age }
                p(.class("tags")) { StatusTags(tags: child.statuses) }
                p(.class("held")) { child.holding }
            }
            ul(.class("concerns")) {
                for concern in child.concerns {
                    ConcernItem(concern: concern, childName: child.name)
                }
            }
            if let more = child.more {
                p(.class("more")) {
                    a(.href(more.href)) {
                        more.words
                        span(.class("read-aloud")) { " for \(child.name)" }
                    }
                }
            }
        }
    }
}
