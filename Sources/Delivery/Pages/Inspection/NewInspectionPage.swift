import HTML

/// Sets an inspection up: under which framework, of whom, when and by whom.
package struct NewInspectionPage: Page {
    package var csrfToken: String
    package var form: String
    package var frameworks: [FilterOption]
    package var visits: [FilterOption]
    package var council: String
    package var beganOn: String
    package var announced: [FilterOption]
    package var team: String
    package var errors: [FieldError]
    /// Inspections this one may follow, as a monitoring or focused visit.
    package var earlier: [FilterOption] = []

    package init(
        csrfToken: String, form: String, frameworks: [FilterOption], visits: [FilterOption], council: String,
        beganOn: String, announced: [FilterOption], team: String, errors: [FieldError]
    ) {
        self.csrfToken = csrfToken
        self.form = form
        self.frameworks = frameworks
        self.visits = visits
        self.council = council
        self.beganOn = beganOn
        self.announced = announced
        self.team = team
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Set up an inspection" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path)] }

    package func content(in frame: Frame) -> some HTML { NewInspectionView(page: self) }
}

struct NewInspectionView: HTML {
    let page: NewInspectionPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 { "Set up an inspection" }
            form(.action("/audit/inspections/new"), .method(.post)) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("form"), .value(page.form))
                SelectField(
                    name: "framework", words: "Framework", none: "Choose", options: page.frameworks,
                    error: page.errors.message(for: "framework"))
                ChoiceField(
                    name: "visit", words: "Which kind?", options: page.visits, error: page.errors.message(for: "visit"))
                TextField(
                    name: "council", words: "Which council?", value: page.council,
                    error: page.errors.message(for: "council"))
                TextField(
                    name: "began", words: "Which day does it begin?", value: page.beganOn,
                    error: page.errors.message(for: "began"))
                ChoiceField(
                    name: "announced", words: "Is it announced?", options: page.announced,
                    error: page.errors.message(for: "announced"))
                if !page.earlier.isEmpty {
                    SelectField(
                        name: "follows", words: "Which inspection does it follow, if it follows one?", none: "None",
                        options: page.earlier, error: page.errors.message(for: "follows"))
                }
                LongTextField(
                    name: "team", words: "Who inspects?", hint: "One on each line; the first leads", value: page.team,
                    error: page.errors.message(for: "team"))
                button(.submit, .class("button")) { "Set up" }
            }
        }
    }
}
