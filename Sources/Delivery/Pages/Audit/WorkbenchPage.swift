import HTML

/// One reader and one file: each question with what the record holds beside it.
package struct WorkbenchPage: Page {
    package struct Question: Sendable {
        package var id: String
        package var ask: String
        package var isSafety: Bool
        package var error: String?
        package var answers: [FilterOption]
        package var evidence: String
        package var evidenceError: String?
        /// What the record shows, each line with the day it rests on.
        package var record: [String]

        package init(
            id: String, ask: String, isSafety: Bool, error: String?, answers: [FilterOption], evidence: String,
            evidenceError: String?, record: [String]
        ) {
            self.error = error
            self.evidenceError = evidenceError
            self.id = id
            self.ask = ask
            self.isSafety = isSafety
            self.answers = answers
            self.evidence = evidence
            self.record = record
        }
    }

    package struct Section: Sendable {
        package var id: String
        package var title: String
        package var grades: [FilterOption]
        package var questions: [Question]

        package init(id: String, title: String, grades: [FilterOption], questions: [Question]) {
            self.id = id
            self.title = title
            self.grades = grades
            self.questions = questions
        }
    }

    package var childName: String
    package var childHref: String
    package var sample: Link
    package var action: String
    package var csrfToken: String
    package var form: String
    package var seen: Int64?
    package var readers: [FilterOption]
    /// What somebody holds about the child's safety that nobody has answered.
    package var flagged: [String]
    package var sections: [Section]
    package var grades: [FilterOption]
    package var analysis: String
    package var unsafeWhy: String
    package var atRisk: [FilterOption]
    package var actionWhat: String
    package var actionOwners: [FilterOption]
    package var actionBy: String
    package var errors: [FieldError]
    /// Who of the family said what the work was like, and what.
    package var familyWho: [FilterOption] = []
    package var familyWords = ""

    package init(
        childName: String, childHref: String, sample: Link, action: String, csrfToken: String, form: String,
        seen: Int64?,
        readers: [FilterOption], flagged: [String], sections: [Section], grades: [FilterOption], analysis: String,
        unsafeWhy: String,
        atRisk: [FilterOption], actionWhat: String, actionOwners: [FilterOption], actionBy: String, errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.sample = sample
        self.action = action
        self.csrfToken = csrfToken
        self.form = form
        self.seen = seen
        self.readers = readers
        self.flagged = flagged
        self.sections = sections
        self.grades = grades
        self.analysis = analysis
        self.unsafeWhy = unsafeWhy
        self.atRisk = atRisk
        self.actionWhat = actionWhat
        self.actionOwners = actionOwners
        self.actionBy = actionBy
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Read the file of \(childName)" }
    package var section: MainSection? { .audit }
    package var trail: [Link] { [Link(words: "Audit", href: MainSection.audit.path), sample] }

    package func content(in frame: Frame) -> some HTML { WorkbenchView(page: self) }
}

struct WorkbenchView: HTML {
    let page: WorkbenchPage

    var body: some HTML {
        ErrorSummary(errors: page.errors)
        h1 {
            "Read the file of "
            bdi { page.childName }
        }
        p { a(.href(page.childHref)) { "Open the record" } }
        form(.action(page.action), .method(.post)) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            if let seen = page.seen { input(.type(.hidden), .name("seen"), .value(String(seen))) }
            ChoiceField(
                name: "reader", words: "You read as", options: page.readers, error: page.errors.message(for: "reader"))
            for words in page.flagged { p(.class("banner warn inset")) { words } }
            div(.class("banner warn inset")) {
                LongTextField(
                    name: "unsafe", words: "Is the child unsafe now? Say why, and the response clock starts",
                    hint: "Leave empty if not. If the child is in danger this minute, ring 999 first",
                    value: page.unsafeWhy, error: page.errors.message(for: "unsafe"))
            }
            for section in page.sections { WorkbenchSection(section: section) }
            h2 { "Overall" }
            ChoiceField(
                name: "risk", words: "Was the child left at potential risk?", options: page.atRisk,
                error: page.errors.message(for: "risk"))
            ChoiceField(
                name: "grade", words: "Overall grade", options: page.grades, error: page.errors.message(for: "grade"))
            LongTextField(
                name: "analysis", words: "Why this grade?", value: page.analysis,
                error: page.errors.message(for: "analysis"))
            h2 { "What the family says" }
            SelectField(
                name: "family-who", words: "Who of the family told you what the work was like?", none: "Nobody",
                options: page.familyWho, error: page.errors.message(for: "family-who"))
            LongTextField(
                name: "family-words", words: "What do they say?", hint: "In their own words. It stands beside the file",
                value: page.familyWords, error: page.errors.message(for: "family-words"))
            h2 { "One action" }
            p(.class("hint")) { "It lands on the child and on the list of whoever does it, until it is done." }
            TextField(
                name: "what", words: "What is to be done?", value: page.actionWhat,
                error: page.errors.message(for: "what"))
            SelectField(
                name: "owner", words: "By whom?", none: "Choose", options: page.actionOwners,
                error: page.errors.message(for: "owner"))
            TextField(
                name: "by", words: "By which day?", value: page.actionBy, error: page.errors.message(for: "by"))
            button(.submit, .class("button")) { "Save what you found" }
        }
    }
}

private struct WorkbenchSection: HTML {
    let section: WorkbenchPage.Section

    var body: some HTML {
        h2 { section.title }
        for question in section.questions {
            div(.class("beside")) {
                div {
                    ChoiceField(
                        name: "q-\(question.id)", words: question.ask,
                        hint: question.isSafety
                            ? "\"Cannot tell\" starts the response clock: what was done is established, or the child is seen"
                            : nil, options: question.answers, error: question.error)
                    TextField(
                        name: "e-\(question.id)", words: "What shows it?", value: question.evidence,
                        error: question.evidenceError)
                }
                div(.class("inset")) {
                    h3 { "The record" }
                    if question.record.isEmpty {
                        p { "Nothing is recorded." }
                    } else {
                        ul { for line in question.record { li { line } } }
                    }
                }
            }
        }
        ChoiceField(
            name: "g-\(section.id)", words: "Grade for: \(section.title)", options: section.grades, error: nil)
    }
}
