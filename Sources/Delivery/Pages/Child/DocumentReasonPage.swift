import HTML

/// Before a document is handed over of a child about whom something is withheld: why it is needed.
package struct DocumentReasonPage: Page {
    package var childName: String
    package var childHref: String
    package var document: DocumentsPage.Line
    /// Nil for a reader who is not handed it.
    package var csrfToken: String?
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, document: DocumentsPage.Line, csrfToken: String?, errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.document = document
        self.csrfToken = csrfToken
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Document of \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [
            Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref),
            Link(words: "Documents", href: "\(childHref)/documents"),
        ]
    }

    package func content(in frame: Frame) -> some HTML {
        DocumentReasonView(page: self)
    }
}

struct DocumentReasonView: HTML {
    let page: DocumentReasonPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 { bdi { page.document.name } }
            p { "\(page.document.what). \(page.document.from)." }
            for dispute in page.document.disputes { p(.class("disputed")) { dispute } }
            div(.class("banner warn inset")) {
                p { strong { "Something about this child is withheld, and this document may tell it." } }
                p { "No program can take it out. Read it before you pass on any of it." }
            }
            if let token = page.csrfToken {
                form(.action(page.document.href), .method(.post), .novalidate) {
                    CSRFField(token: token)
                    TextField(
                        name: "why", words: "Why do you need this document?",
                        hint: "Kept in the access log with your name", value: "",
                        error: page.errors.message(for: "why"))
                    button(.submit, .class("button")) { "Download it" }
                }
            } else {
                p { "It is handed only to those who work with the child." }
            }
        }
    }
}
