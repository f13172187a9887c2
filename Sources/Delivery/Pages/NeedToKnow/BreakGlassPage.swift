import HTML

/// Asks somebody who is not named on a restricted record why they must open it now. Says nothing about the child.
package struct BreakGlassPage: Page {
    package var action: String
    package var csrfToken: String
    package var hours: Int
    package var why: String
    package var errors: [FieldError]

    package init(action: String, csrfToken: String, hours: Int, why: String, errors: [FieldError]) {
        self.action = action
        self.csrfToken = csrfToken
        self.hours = hours
        self.why = why
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Open a restricted record in an emergency" }
    package var section: MainSection? { nil }

    private var length: String { hours == 1 ? "1 hour" : "\(hours) hours" }

    @HTMLBuilder
    package func content(in frame: Frame) -> some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: errors)
            h1 { "Open a restricted record in an emergency" }
            p(.class("lede")) { "This record is open only to a few people named on it, and you are not one of them." }
            p { "If a child needs you to know what is in it now, open it. You do not have to wait for anybody." }
            div(.class("banner warn inset")) {
                p { strong { "What you look at is looked at." } }
                p {
                    "Your name and the reason you give are kept for good and stand beside every look. A manager or the "
                    "director reads them and records whether it was right."
                }
            }
            form(.action(self.action), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                LongTextField(
                    name: "why", words: "Why do you need to open it now?",
                    hint: "In a sentence: what has happened, and what you have to decide or do.", value: why,
                    error: errors.message(for: "why"))
                button(.submit, .class("button")) { "Open the record for \(length)" }
            }
        }
    }
}
