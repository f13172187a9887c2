import HTML

/// The stories of children who belong together, in one line of time.
package struct TogetherPage: Page {
    package var childName: String
    package var childHref: String
    /// Whose stories are told.
    package var children: [Link]
    /// How many others there are whom the reader may not open.
    package var hidden: Int
    /// "As known at the end of Tue 3 Mar 2026."
    package var asItStoodOn: String?
    package var story: Story
    package var dayForm: DayForm

    package init(
        childName: String, childHref: String, children: [Link], hidden: Int, asItStoodOn: String?, story: Story,
        dayForm: DayForm
    ) {
        self.childName = childName
        self.childHref = childHref
        self.children = children
        self.hidden = hidden
        self.asItStoodOn = asItStoodOn
        self.story = story
        self.dayForm = dayForm
    }

    package var title: String { "\(childName) and those beside them" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        TogetherView(page: self)
    }
}

struct TogetherView: HTML {
    let page: TogetherPage

    var body: some HTML {
        ErrorSummary(errors: page.dayForm.error.map { [FieldError(field: "on", message: $0)] } ?? [])
        h1 {
            bdi { page.childName }
            " and those beside them"
        }
        p(.class("lede")) { "One line of time. Each opening of it is kept as a look at every child in it." }
        if let day = page.asItStoodOn {
            div(.class("banner inset")) {
                p { strong { day } }
                p { "What was recorded since is left out." }
            }
        }
        div(.class("cols")) {
            StoryView(story: page.story)
            aside(.class("side"), .aria("label", "Whose stories")) {
                h2 { "Whose stories" }
                ul {
                    for child in page.children { li { a(.href(child.href)) { bdi { child.words } } } }
                }
                if page.hidden > 0 {
                    p(.class("restricted")) {
                        page.hidden == 1
                            ? "1 more whom you may not open. What is recorded of them is not here."
                            : "\(page.hidden) more whom you may not open. What is recorded of them is not here."
                    }
                }
                p(.class("hint")) { "What is withheld for any of them is hidden for all of them." }
                DayFormView(asked: page.dayForm)
            }
        }
    }
}
