import HTML

/// Asks which children a sample is drawn from and how. Nobody is asked for a seed.
package struct DrawSamplePage: Page {
    package var csrfToken: String
    package var form: String
    package var purpose: String
    package var size: String
    package var frames: [FilterOption]
    package var methods: [FilterOption]
    package var groupings: [FilterOption]
    package var tools: [FilterOption]
    package var isReaudit: Bool
    /// For a chosen sample: ids, one a line, and why.
    package var children: String
    package var why: String
    package var errors: [FieldError]
    package struct Theme: Sendable {
        package var link: Link
        package var words: String
        package var source: String

        package init(link: Link, words: String, source: String) {
            self.link = link
            self.words = words
            self.source = source
        }
    }

    /// How many to read, from how wide a range is wanted.
    package struct Sizing: Sendable {
        package var frame = ""
        package var margin = ""
        package var expected = ""
        /// "Read 78 of 400 files."
        package var answer: String?
        package var errors: [FieldError] = []

        package init() {}
    }

    /// Ready-made themes.
    package var themes: [Theme] = []
    package var theme: String?
    /// What to look for, where a theme was chosen.
    package var lookFor: (title: String, words: String, questions: [String])?
    package var sizing = Sizing()
    /// Samples a re-audit may ask again.
    package var earlier: [FilterOption] = []

    package init(
        csrfToken: String, form: String, purpose: String, size: String, frames: [FilterOption], methods: [FilterOption],
        groupings: [FilterOption], tools: [FilterOption], isReaudit: Bool, children: String, why: String,
        errors: [FieldError]
    ) {
        self.csrfToken = csrfToken
        self.form = form
        self.purpose = purpose
        self.size = size
        self.frames = frames
        self.methods = methods
        self.groupings = groupings
        self.tools = tools
        self.isReaudit = isReaudit
        self.children = children
        self.why = why
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Draw a sample" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path)] }

    package func content(in frame: Frame) -> some HTML { DrawSampleView(page: self) }
}

struct DrawSampleView: HTML {
    let page: DrawSamplePage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 { "Draw a sample" }
            p(.class("lede")) {
                "The record itself decides who is drawn: nobody chooses the seed, and every draw is kept, used or not."
            }
            if let look = page.lookFor {
                div(.class("inset")) {
                    h2 { look.title }
                    p { look.words }
                    ul { for question in look.questions { li { question } } }
                }
            }
            if !page.themes.isEmpty {
                details {
                    summary { "Draw for a theme" }
                    ul {
                        for theme in page.themes {
                            li {
                                a(.href(theme.link.href)) { theme.link.words }
                                ". \(theme.words) "
                                span(.class("hint")) { theme.source }
                            }
                        }
                    }
                }
            }
            SizingView(sizing: page.sizing)
            form(.action("/audit/draw"), .method(.post)) {
                CSRFField(token: page.csrfToken)
                if let theme = page.theme { input(.type(.hidden), .name("theme"), .value(theme)) }
                input(.type(.hidden), .name("form"), .value(page.form))
                TextField(
                    name: "purpose", words: "What is it for?", hint: "Such as: strategy discussions, autumn",
                    value: page.purpose, error: page.errors.message(for: "purpose"))
                ChoiceField(
                    name: "method", words: "How are children picked?", options: page.methods,
                    error: page.errors.message(for: "method"))
                SelectField(
                    name: "frame", words: "From which children?", none: "Choose", options: page.frames,
                    error: page.errors.message(for: "frame"))
                TextField(
                    name: "size", words: "How many files are read?",
                    hint: "Not needed for a look-back over the whole frame", value: page.size,
                    error: page.errors.message(for: "size"))
                SelectField(
                    name: "grouping", words: "If drawn within groups: which?", none: "By status",
                    options: page.groupings, error: nil)
                SelectField(
                    name: "tool", words: "Audit tool", none: "Choose", options: page.tools,
                    error: page.errors.message(for: "tool"))
                ChoiceField(
                    name: "reaudit", words: "Is it a re-audit?",
                    hint: "Otherwise children whose file was read in the last 12 months are left out, and counted",
                    takesSeveral: true,
                    options: [FilterOption(value: "yes", words: "Yes, leave nobody out", isChosen: page.isReaudit)],
                    error: nil)
                if !page.earlier.isEmpty {
                    SelectField(
                        name: "reaudit-of", words: "If it asks an earlier sample's questions again: which?",
                        none: "None", options: page.earlier, error: page.errors.message(for: "reaudit-of"))
                }
                LongTextField(
                    name: "children", words: "If chosen: the children's ids, one on each line",
                    value: page.children, error: page.errors.message(for: "children"))
                LongTextField(
                    name: "why", words: "If chosen: why these children?",
                    hint: "A chosen sample says nothing about anybody else", value: page.why,
                    error: page.errors.message(for: "why"))
                button(.submit, .class("button")) { "Draw" }
            }
        }
    }
}
