import HTML

/// One step of a child's journey, asked on one page.
package struct StepPage: Page {
    /// One thing that is asked, with what was answered so far.
    package struct Field: Sendable {
        package enum Kind: Sendable {
            case line
            case long
            case radios([FilterOption])
            case list([FilterOption])
            case boxes([FilterOption])
        }

        package var name: String
        package var words: String
        package var hint: String?
        package var isRequired: Bool
        package var kind: Kind
        package var value: String

        package init(
            name: String, words: String, hint: String?, isRequired: Bool, kind: Kind, value: String = ""
        ) {
            self.name = name
            self.words = words
            self.hint = hint
            self.isRequired = isRequired
            self.kind = kind
            self.value = value
        }
    }

    /// What somebody else recorded while this form was open.
    package struct Theirs: Sendable {
        package var when: String
        package var words: [String]

        package init(when: String, words: [String]) {
            self.when = when
            self.words = words
        }
    }

    package var heading: String
    package var lede: String
    package var about: String
    package var childName: String
    package var childHref: String
    /// "On a protection plan. Last seen Tue 3 Mar 2026."
    package var standing: String
    package var action: String
    package var csrfToken: String
    package var hidden: [(name: String, value: String)]
    package var fields: [Field]
    package var errors: [FieldError]
    package var theirs: Theirs?
    /// What this very form recorded, before something else was written on it.
    package var recordedBefore: Theirs?
    /// "Kept at 16:52": a draft is in the form.
    package var kept: String?
    /// Forms of the same kind the reader has begun.
    package var begun: [Link] = []

    package init(
        heading: String, lede: String, about: String, childName: String, childHref: String, standing: String,
        action: String, csrfToken: String, hidden: [(name: String, value: String)], fields: [Field],
        errors: [FieldError] = [], theirs: Theirs? = nil, recordedBefore: Theirs? = nil, kept: String? = nil
    ) {
        self.heading = heading
        self.lede = lede
        self.about = about
        self.childName = childName
        self.childHref = childHref
        self.standing = standing
        self.action = action
        self.csrfToken = csrfToken
        self.hidden = hidden
        self.fields = fields
        self.errors = errors
        self.theirs = theirs
        self.recordedBefore = recordedBefore
        self.kept = kept
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "\(heading): \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        StepView(page: self)
    }
}

struct StepView: HTML {
    let page: StepPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 { page.heading }
            p(.class("lede")) {
                bdi { page.childName }
                page.about.isEmpty ? ". " : ", \(page.about). "
                page.standing
            }
            if !page.lede.isEmpty { p { page.lede } }
            if let theirs = page.theirs {
                TheirsView(
                    heading: "Somebody else recorded this while you were writing", theirs: theirs,
                    advice: "What you wrote is below, and nothing of it is lost. Change it where theirs is right, and "
                        + "record it.")
            }
            if let before = page.recordedBefore {
                TheirsView(
                    heading: "This form has been recorded already, and said something else", theirs: before,
                    advice:
                        "What you wrote now is below, and is not recorded yet. Record it if it is to be there as well.")
            }
            if let kept = page.kept {
                KeptDraft(kept: kept, action: page.action, csrfToken: page.csrfToken, hidden: page.hidden)
            }
            if !page.begun.isEmpty { BegunForms(begun: page.begun) }
            form(.action(page.action), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                for field in page.hidden { input(.type(.hidden), .name(field.name), .value(field.value)) }
                for field in page.fields {
                    StepFieldView(field: field, error: page.errors.message(for: field.name))
                }
                button(.submit, .class("button")) { "Record" }
                " "
                KeepForLater()
            }
            .attributes(.data("draft", "yes"))
        }
    }
}

private struct TheirsView: HTML {
    let heading: String
    let theirs: StepPage.Theirs
    let advice: String

    var body: some HTML {
        div(.class("banner warn inset")) {
            h2 { heading }
            p { "Recorded \(theirs.when):" }
            ul {
                for words in theirs.words { li { words } }
            }
            p { advice }
        }
    }
}

private struct StepFieldView: HTML {
    let field: StepPage.Field
    let error: String?

    private var words: String { field.isRequired ? field.words : "\(field.words) (optional)" }

    var body: some HTML {
        switch field.kind {
        case .line: TextField(name: field.name, words: words, hint: field.hint, value: field.value, error: error)
        case .long: LongTextField(name: field.name, words: words, hint: field.hint, value: field.value, error: error)
        case .radios(let options):
            ChoiceField(name: field.name, words: words, hint: field.hint, options: options, error: error)
        case .list(let options):
            SelectField(name: field.name, words: words, none: "Choose", options: options, error: error)
        case .boxes(let options):
            ChoiceField(
                name: field.name, words: words, hint: field.hint, takesSeveral: true, options: options, error: error)
        }
    }
}
