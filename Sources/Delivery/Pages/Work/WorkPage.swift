import HTML

/// What one person has to do: what they began, what waits for them, and the children they hold.
package struct WorkPage: Page {
    package struct Begun: Sendable {
        package var form: Link
        package var child: String
        package var kept: String

        package init(form: Link, child: String, kept: String) {
            self.form = form
            self.child = child
            self.kept = kept
        }
    }

    package var begun: [Begun]
    /// Children for whom somebody has to decide, authorise or allocate; nil for those who do none of it.
    package var waiting: [ChildCard]?
    package var missing: [ChildCard]
    package var ahead: [ChildCard]
    /// Every child they hold, whether or not anything is missing.
    package var held: [Link]
    package var restricted: Int
    /// What was handed over and nobody has taken.
    package var handedOver: [HandoverItem] = []

    package init(
        begun: [Begun], waiting: [ChildCard]?, missing: [ChildCard], ahead: [ChildCard], held: [Link], restricted: Int
    ) {
        self.begun = begun
        self.waiting = waiting
        self.missing = missing
        self.ahead = ahead
        self.held = held
        self.restricted = restricted
    }

    package var title: String { "My work" }
    package var section: MainSection? { .work }
    package var trail: [Link] { [] }

    package func content(in frame: Frame) -> some HTML {
        WorkView(page: self)
    }
}

struct WorkView: HTML {
    let page: WorkPage

    var body: some HTML {
        h1 { "My work" }
        if !page.handedOver.isEmpty {
            h2 { "Handed over, not yet taken" }
            HandoverList(items: page.handedOver)
        }
        if !page.begun.isEmpty { begun }
        if let waiting = page.waiting {
            h2 { "Waiting for a decision" }
            if waiting.isEmpty {
                p { "No referral to decide, no assessment to authorise and no child to allocate was found." }
            }
            for child in waiting { ChildArticle(child: child) }
        }
        if count > 0 || page.waiting == nil { held }
    }

    private var count: Int { page.held.count + page.restricted }

    @HTMLBuilder
    private var begun: some HTML {
        h2 { "Begun and not sent" }
        ul {
            for begun in page.begun {
                li {
                    a(.href(begun.form.href)) { begun.form.words }
                    ", for "
                    bdi { begun.child }
                    ". Kept \(begun.kept)."
                }
            }
        }
    }

    @HTMLBuilder
    private var held: some HTML {
        h2 { "Children I hold" }
        p { "\(count) open \(count == 1 ? "child" : "children")." }
        if page.restricted > 0 { p { "\(page.restricted) of them you may not open." } }
        h2 { "Missing now" }
        if page.missing.isEmpty { p { "Nothing found missing in what was checked." } }
        for child in page.missing { ChildArticle(child: child) }
        h2 { "In the next 14 days, if nobody acts" }
        if page.ahead.isEmpty { p { "Nothing found in what was checked." } }
        for child in page.ahead { ChildArticle(child: child) }
        if !page.held.isEmpty {
            h2 { "All the children I hold" }
            LinkList(links: page.held)
        }
    }
}
