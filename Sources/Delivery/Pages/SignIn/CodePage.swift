import HTML

/// The second step of signing in: the code on the person's own device.
package struct CodePage: Page {
    package var csrfToken: String
    package var errors: [FieldError]
    package var next: String?

    package init(csrfToken: String, errors: [FieldError] = [], next: String? = nil) {
        self.csrfToken = csrfToken
        self.errors = errors
        self.next = next
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Enter your code" }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: errors)
            h1 { "Enter your code" }
            form(.action("/sign-in/code"), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                if let next { input(.type(.hidden), .name("next"), .value(next)) }
                TextField(
                    name: "code", words: "Code",
                    hint: "The 6 digits your authenticator app shows for Sightline now, or one of your recovery codes.",
                    completes: "one-time-code", error: errors.message(for: "code"))
                button(.submit, .class("button")) { "Go on" }
            }
            p { a(.href("/sign-in")) { "Begin again" } }
            p(.class("hint")) {
                "If you have lost your device and your recovery codes, ask whoever looks after accounts to reset your codes."
            }
        }
    }
}
