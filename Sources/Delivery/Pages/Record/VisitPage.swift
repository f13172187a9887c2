import HTML

/// A visit to one child, recorded in under a minute: eight fields, of which two must be filled in.
package struct VisitPage: Page {
    package var childName: String
    package var childHref: String
    /// "On a protection plan. Last seen Tue 3 Mar 2026."
    package var standing: String
    package var csrfToken: String
    /// The visit's own id: sent twice, it is recorded once.
    package var record: String
    package var day: String
    package var time: String
    package var seen: [FilterOption]
    package var alone: [FilterOption]
    package var places: [FilterOption]
    package var reasons: [FilterOption]
    package var childsWords: String
    package var note: String
    package var errors: [FieldError]
    /// Whether the child is unborn: then the expectant mother is asked about, and nobody is asked what a child said.
    package var isUnborn = false
    /// What must be known before going.
    package var advice: [String] = []
    /// "An interpreter is needed: Polish"; nil where none is, or nobody has said.
    package var interpreter: String?
    /// "You began this, and it was kept on ...": a draft is in the form.
    package var kept: String?

    package init(
        childName: String, childHref: String, standing: String, csrfToken: String, record: String, day: String,
        time: String = "",
        seen: [FilterOption], alone: [FilterOption], places: [FilterOption], reasons: [FilterOption],
        childsWords: String = "", note: String = "", errors: [FieldError] = []
    ) {
        self.childName = childName
        self.childHref = childHref
        self.standing = standing
        self.csrfToken = csrfToken
        self.record = record
        self.day = day
        self.time = time
        self.seen = seen
        self.alone = alone
        self.places = places
        self.reasons = reasons
        self.childsWords = childsWords
        self.note = note
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Record a visit to \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        VisitView(page: self)
    }
}

struct VisitView: HTML {
    let page: VisitPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Record a visit to "
                bdi { page.childName }
            }
            p(.class("lede")) { page.standing }
            SafetyAdviceBanner(advice: page.advice)
            if let words = page.interpreter { div(.class("banner inset")) { p { words } } }
            if let kept = page.kept {
                KeptDraft(
                    kept: kept, action: "\(page.childHref)/visits/new", csrfToken: page.csrfToken,
                    hidden: [("record", page.record)])
            }
            form(.action("\(page.childHref)/visits/new"), .method(.post), .novalidate, .data("draft", "yes")) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("record"), .value(page.record))
                TextField(
                    name: "on", words: "When was the visit?", hint: "Any usual way, such as 3 Mar 2026 or 3/3/26",
                    value: page.day, error: page.errors.message(for: "on"))
                TextField(
                    name: "at", words: "At what time?",
                    hint: "Such as 16:50. Needed within a day of harm being alleged",
                    value: page.time, error: page.errors.message(for: "at"))
                ChoiceField(
                    name: "seen",
                    words: page.isUnborn ? "Was the expectant mother seen?" : "Was the child seen?",
                    options: page.seen,
                    error: page.errors.message(for: "seen"))
                if !page.isUnborn {
                    ChoiceField(
                        name: "alone", words: "Was the child seen alone?", options: page.alone,
                        error: page.errors.message(for: "alone"))
                }
                SelectField(
                    name: "place", words: "Where?", options: page.places, error: page.errors.message(for: "place"))
                SelectField(
                    name: "reason",
                    words: page.isUnborn ? "If she was not seen, why not?" : "If the child was not seen, why not?",
                    none: "Choose",
                    options: page.reasons, error: page.errors.message(for: "reason"))
                if !page.isUnborn {
                    LongTextField(
                        name: "said", words: "What did the child say?", hint: "In the child's own words, if you can",
                        value: page.childsWords, error: page.errors.message(for: "said"))
                }
                LongTextField(
                    name: "note", words: "Anything else", value: page.note, error: page.errors.message(for: "note"))
                button(.submit, .class("button")) { "Record the visit" }
                " "
                KeepForLater()
            }
        }
    }
}
