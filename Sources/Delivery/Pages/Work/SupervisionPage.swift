import HTML

/// Supervision with one worker: each child they hold, what stands, what was agreed the last time, and what is decided now.
package struct SupervisionPage: Page {
    package struct Child: Sendable {
        package var id: String
        package var card: ChildCard
        /// "Last supervised Mon 2 Nov 2026, 19 days ago."
        package var last: String
        /// What was weighed and agreed then.
        package var earlier: [String]
        package var weighed: String
        package var actions: String
        package var done: String
        package var error: String?
        /// "Supervision recorded.", once it is; or that the reader holds the child.
        package var told: String?

        package init(
            id: String, card: ChildCard, last: String, earlier: [String], weighed: String, actions: String,
            done: String,
            error: String?, told: String?
        ) {
            self.id = id
            self.card = card
            self.last = last
            self.earlier = earlier
            self.weighed = weighed
            self.actions = actions
            self.done = done
            self.error = error
            self.told = told
        }
    }

    package var worker: Link
    package var address: String
    package var children: [Child]
    package var restricted: Int
    package var on: String
    package var form: String
    package var csrfToken: String
    package var errors: [FieldError] = []
    package var told: [String] = []

    package init(
        worker: Link, address: String, children: [Child], restricted: Int, on: String, form: String, csrfToken: String
    ) {
        self.worker = worker
        self.address = address
        self.children = children
        self.restricted = restricted
        self.on = on
        self.form = form
        self.csrfToken = csrfToken
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Supervision with \(worker.words)" }
    package var section: MainSection? { .team }
    package var trail: [Link] { [Link(words: "Team", href: MainSection.team.path), worker] }

    package func content(in frame: Frame) -> some HTML { SupervisionView(page: self) }
}

struct SupervisionView: HTML {
    let page: SupervisionPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 {
            "Supervision with "
            bdi { page.worker.words }
        }
        p(.class("lede")) {
            "What is written for a child is recorded as supervision of that child, and of no other. A child with nothing written is left as they are."
        }
        if !page.told.isEmpty {
            div(.class("banner inset"), .role("status")) {
                ul { for line in page.told { li { line } } }
            }
        }
        if page.restricted > 0 { p { "\(page.restricted) of their children you may not open." } }
        if page.children.isEmpty { p { "No child held that you may open." } }
        form(.action(page.address), .method(.post), .novalidate, .data("draft", "yes")) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            TextField(
                name: "on", words: "When?", hint: "Any usual way, such as 3 Mar 2026 or 3/3/26", value: page.on,
                error: page.errors.message(for: "on"))
            for child in page.children { SupervisedChild(child: child) }
            button(.submit, .class("button")) { "Record" }
            " "
            button(.submit, .class("button quiet"), .name("keep"), .value("yes")) { "Keep for later" }
            p(.class("hint"), .id("kept"), .role("status")) { "" }
        }
    }
}

private struct SupervisedChild: HTML {
    let child: SupervisionPage.Child

    private var name: String { child.card.name }

    var body: some HTML {
        ChildArticle(child: child.card)
        p { child.last }
        if !child.earlier.isEmpty { ul { for line in child.earlier { li { line } } } }
        if let told = child.told {
            p { strong { told } }
        } else {
            input(.type(.hidden), .name("child"), .value(child.id))
            if !child.earlier.isEmpty {
                SelectField(
                    name: "done-\(child.id)", words: "\(name): is what was agreed done?", none: "Not said",
                    options: [("done", "Done"), ("partly", "Partly done"), ("not-done", "Not done")].map {
                        FilterOption(value: $0.0, words: $0.1, isChosen: $0.0 == child.done)
                    }, error: nil)
            }
            LongTextField(
                name: "weighed-\(child.id)", words: "\(name): what was weighed?", value: child.weighed,
                error: child.error)
            LongTextField(
                name: "actions-\(child.id)", words: "\(name): who does what, by when?", value: child.actions, error: nil
            )
        }
    }
}
