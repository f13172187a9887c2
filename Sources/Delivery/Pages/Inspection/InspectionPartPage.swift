import HTML

/// One part of an inspection on a page of its own: what is recorded of it, in tables, and what can be recorded.
package struct InspectionPartPage: Page {
    package struct Table: Sendable {
        package var caption: String
        package var columns: [String]
        /// The first cell of a row is what the row is known by.
        package var rows: [[Item]]
        package var nothing: String

        package init(caption: String, columns: [String], rows: [[Item]], nothing: String) {
            self.caption = caption
            self.columns = columns
            self.rows = rows
            self.nothing = nothing
        }
    }

    /// Words, leading somewhere or not, after tags that say how it stands.
    package struct Item: Sendable, ExpressibleByStringInterpolation {
        package var words: String
        package var href: String?
        package var tags: [StatusTag]

        package init(_ words: String, href: String? = nil, tags: [StatusTag] = []) {
            self.words = words
            self.href = href
            self.tags = tags
        }

        package init(stringLiteral words: String) { self.init(words) }
    }

    package struct Field: Sendable {
        package enum Look: Sendable {
            case line, long
            case select(none: String, [FilterOption])
            case choice([FilterOption])
            /// Any number of them.
            case several([FilterOption])
            /// A document, of the kinds that are taken.
            case file
        }

        package var name: String
        package var words: String
        package var hint: String?
        package var value: String
        package var look: Look

        package init(_ name: String, _ words: String, hint: String? = nil, value: String = "", _ look: Look = .line) {
            self.name = name
            self.words = words
            self.hint = hint
            self.value = value
            self.look = look
        }
    }

    package struct Form: Sendable {
        /// What it is for; the form opens under it.
        package var summary: String
        package var action: String
        package var hidden: [(name: String, value: String)]
        package var fields: [Field]
        package var button: String

        var takesFile: Bool {
            fields.contains { field in
                if case .file = field.look { true } else { false }
            }
        }

        package init(
            summary: String, action: String, hidden: [(name: String, value: String)] = [], fields: [Field],
            button: String
        ) {
            self.summary = summary
            self.action = action
            self.hidden = hidden
            self.fields = fields
            self.button = button
        }
    }

    package struct Part: Sendable {
        package var heading: String?
        package var paragraphs: [String]
        package var links: [Link]
        package var table: Table?
        package var forms: [Form]

        package init(
            _ heading: String? = nil, paragraphs: [String] = [], links: [Link] = [], table: Table? = nil,
            forms: [Form] = []
        ) {
            self.heading = heading
            self.paragraphs = paragraphs
            self.links = links
            self.table = table
            self.forms = forms
        }
    }

    package var name: String
    package var lede: String
    package var trail: [Link]
    package var parts: [Part]
    package var csrfToken: String
    package var errors: [FieldError]

    package init(
        name: String, lede: String, trail: [Link], parts: [Part], csrfToken: String, errors: [FieldError] = []
    ) {
        self.name = name
        self.lede = lede
        self.trail = trail
        self.parts = parts
        self.csrfToken = csrfToken
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + name }
    package var section: MainSection? = .audit

    package func content(in frame: Frame) -> some HTML { InspectionPartView(page: self) }
}

struct InspectionPartView: HTML {
    let page: InspectionPartPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 { page.name }
        p(.class("lede")) { page.lede }
        for part in page.parts {
            if let heading = part.heading { h2 { heading } }
            for words in part.paragraphs { p { words } }
            if !part.links.isEmpty {
                ul(.class("plain")) { for link in part.links { li { a(.href(link.href)) { link.words } } } }
            }
            if let table = part.table { InspectionPartTable(table: table) }
            for asked in part.forms { InspectionPartForm(asked: asked, csrfToken: page.csrfToken, errors: page.errors) }
        }
    }
}

struct InspectionPartTable: HTML {
    let table: InspectionPartPage.Table

    var body: some HTML {
        if table.rows.isEmpty {
            p { table.nothing }
        } else {
            DataTable(caption: table.caption, columns: table.columns.map { Column(stringLiteral: $0) }) {
                for row in table.rows {
                    TableRow {
                        HeadCell(table.columns[0]) { InspectionPartItem(item: row[0]) }
                        for place in 1..<row.count {
                            Cell(table.columns[place]) { InspectionPartItem(item: row[place]) }
                        }
                    }
                }
            }
        }
    }
}

private struct InspectionPartItem: HTML {
    let item: InspectionPartPage.Item

    var body: some HTML {
        StatusTags(tags: item.tags)
        if let href = item.href {
            a(.href(href)) { item.words }
        } else {
            item.words
        }
    }
}

struct InspectionPartForm: HTML {
    let asked: InspectionPartPage.Form
    let csrfToken: String
    let errors: [FieldError]

    /// A form with something to put right stands open.
    private var isOpen: Bool { errors.contains { error in asked.fields.contains { $0.name == error.field } } }

    var body: some HTML {
        details {
            summary { asked.summary }
            form(.action(asked.action), .method(.post), .class("narrow")) {
                CSRFField(token: csrfToken)
                for (name, value) in asked.hidden { input(.type(.hidden), .name(name), .value(value)) }
                for field in asked.fields {
                    InspectionPartField(field: field, error: errors.message(for: field.name))
                }
                button(.submit, .class("button")) { asked.button }
            }
            .attributes(.multipart, when: asked.takesFile)
        }
        .attributes(.open, when: isOpen)
    }
}

private struct InspectionPartField: HTML {
    let field: InspectionPartPage.Field
    let error: String?

    var body: some HTML {
        switch field.look {
        case .line:
            TextField(name: field.name, words: field.words, hint: field.hint, value: field.value, error: error)
        case .long:
            LongTextField(name: field.name, words: field.words, hint: field.hint, value: field.value, error: error)
        case .select(let none, let options):
            SelectField(name: field.name, words: field.words, none: none, options: options, error: error)
        case .choice(let options):
            ChoiceField(name: field.name, words: field.words, hint: field.hint, options: options, error: error)
        case .several(let options):
            ChoiceField(
                name: field.name, words: field.words, hint: field.hint, takesSeveral: true, options: options,
                error: error)
        case .file: DocumentField(name: field.name, words: field.words, hint: field.hint, error: error)
        }
    }
}
