import HTML

/// The documents on a child's record, and the form that adds one.
package struct DocumentsPage: Page {
    package struct Line: Sendable {
        package var name: String
        package var href: String
        package var what: String
        /// "PDF, 24 kB".
        package var size: String
        package var from: String
        /// What it belongs to; empty where nobody said.
        package var belongs: String
        package var added: String

        package init(
            name: String, href: String, what: String, size: String, from: String, belongs: String, added: String
        ) {
            self.name = name
            self.href = href
            self.what = what
            self.size = size
            self.from = from
            self.belongs = belongs
            self.added = added
        }
    }

    package struct Form: Sendable {
        package var csrfToken: String
        package var record: String
        package var hint: String
        package var kinds: [FilterOption]
        package var from: String
        package var on: String
        package var records: [FilterOption]
        package var about: String

        package init(
            csrfToken: String, record: String, hint: String, kinds: [FilterOption], from: String, on: String,
            records: [FilterOption], about: String
        ) {
            self.csrfToken = csrfToken
            self.record = record
            self.hint = hint
            self.kinds = kinds
            self.from = from
            self.on = on
            self.records = records
            self.about = about
        }
    }

    package var childName: String
    package var childHref: String
    package var lines: [Line]
    /// Something about the child is withheld: a document may tell it.
    package var isWithheld: Bool
    /// Nil for a reader who may not add one.
    package var form: Form?
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, lines: [Line], isWithheld: Bool, form: Form?, errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.lines = lines
        self.isWithheld = isWithheld
        self.form = form
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Documents of \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        DocumentsView(page: self)
    }
}

struct DocumentsView: HTML {
    let page: DocumentsPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Documents of "
                bdi { page.childName }
            }
            if page.isWithheld {
                div(.class("banner warn inset")) {
                    p { strong { "Something about this child is withheld, and a document may tell it." } }
                    p { "Names and words are searched for it here; what stands inside a document is not." }
                }
            }
            if page.lines.isEmpty { p { "There are no documents on this record." } }
            ul(.class("plain")) {
                for line in page.lines { li { DocumentItem(line: line) } }
            }
            .attributes(.hidden, when: page.lines.isEmpty)
            if let asked = page.form { DocumentForm(asked: asked, page: page) }
        }
    }
}

struct DocumentItem: HTML {
    let line: DocumentsPage.Line

    var body: some HTML {
        p {
            a(.href(line.href)) { bdi { line.name } }
            " (\(line.size))"
        }
        p(.class("hint")) {
            "\(line.what). \(line.from). "
            if !line.belongs.isEmpty { "\(line.belongs). " }
            line.added
        }
    }
}

private struct DocumentForm: HTML {
    let asked: DocumentsPage.Form
    let page: DocumentsPage

    var body: some HTML {
        h2 { "Add a document" }
        form(.action("\(page.childHref)/documents"), .method(.post), .multipart, .novalidate) {
            CSRFField(token: asked.csrfToken)
            input(.type(.hidden), .name("record"), .value(asked.record))
            DocumentField(name: "file", words: "File", hint: asked.hint, error: error("file"))
            SelectField(
                name: "what", words: "What is it?", none: "Choose", options: asked.kinds, error: error("what"))
            TextField(
                name: "from", words: "Who sent it?", hint: "A person and where they work", value: asked.from,
                error: error("from"))
            TextField(name: "on", words: "When was it received?", value: asked.on, error: error("on"))
            if !asked.records.isEmpty {
                SelectField(
                    name: "of", words: "What does it belong to?", none: "Nothing in particular",
                    options: asked.records, error: error("of"))
            }
            TextField(
                name: "about", words: "What is it about? (optional)", value: asked.about, error: error("about"))
            button(.submit, .class("button")) { "Add this document" }
        }
    }

    private func error(_ field: String) -> String? { page.errors.message(for: field) }
}
