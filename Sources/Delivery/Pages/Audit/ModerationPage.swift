import HTML

/// What a file's readers made of it, side by side, and which grade stands.
package struct ModerationPage: Page {
    package struct Reading: Sendable {
        package var reader: String
        package var grade: String
        package var analysis: String
        /// "Assessment: good".
        package var sections: [String]

        package init(reader: String, grade: String, analysis: String, sections: [String]) {
            self.reader = reader
            self.grade = grade
            self.analysis = analysis
            self.sections = sections
        }
    }

    package var child: Link
    package var sample: Link
    package var readings: [Reading]
    package var action: String
    package var csrfToken: String
    package var form: String
    package var grades: [FilterOption]
    package var atRisk: [FilterOption]
    package var why: String
    package var errors: [FieldError]

    package init(
        child: Link, sample: Link, readings: [Reading], action: String, csrfToken: String, form: String,
        grades: [FilterOption], atRisk: [FilterOption], why: String, errors: [FieldError]
    ) {
        self.child = child
        self.sample = sample
        self.readings = readings
        self.action = action
        self.csrfToken = csrfToken
        self.form = form
        self.grades = grades
        self.atRisk = atRisk
        self.why = why
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Moderate the audit of \(child.words)" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path), sample] }

    package func content(in frame: Frame) -> some HTML { ModerationView(page: self) }
}

struct ModerationView: HTML {
    let page: ModerationPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 {
            "Moderate the audit of "
            bdi { page.child.words }
        }
        p { a(.href(page.child.href)) { "Open the record" } }
        for reading in page.readings {
            h2 { reading.reader }
            p { strong { reading.grade } }
            p(.class("told")) { reading.analysis }
            if !reading.sections.isEmpty { ul { for line in reading.sections { li { line } } } }
        }
        form(.action(page.action), .method(.post), .class("narrow")) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            ChoiceField(
                name: "grade", words: "Which grade stands?", options: page.grades,
                error: page.errors.message(for: "grade"))
            ChoiceField(
                name: "risk", words: "Was the child left at potential risk?", options: page.atRisk,
                error: page.errors.message(for: "risk"))
            LongTextField(
                name: "why", words: "Why does this grade stand?",
                hint: "It stands beside each reader's own grade, and changes neither", value: page.why,
                error: page.errors.message(for: "why"))
            button(.submit, .class("button")) { "Record the moderation" }
        }
    }
}
