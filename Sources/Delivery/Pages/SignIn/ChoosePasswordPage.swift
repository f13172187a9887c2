import HTML

/// Choosing a password with a link that was given out for it.
package struct ChoosePasswordPage: Page {
    package var csrfToken: String
    /// Proof of the link; sent back with the form.
    package var key: String
    package var username: String
    package var errors: [FieldError]

    package init(csrfToken: String, key: String, username: String, errors: [FieldError] = []) {
        self.csrfToken = csrfToken
        self.key = key
        self.username = username
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Choose your password" }
    package var section: MainSection? { nil }

    package func content(in frame: Frame) -> some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: errors)
            h1 { "Choose your password" }
            p(.class("lede")) { "You will sign in as \(username)." }
            form(.action("/choose-password"), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                input(.type(.hidden), .name("key"), .value(key))
                NewPasswordFields(errors: errors)
                button(.submit, .class("button")) { "Keep this password" }
            }
        }
    }
}

/// A new password, twice.
struct NewPasswordFields: HTML {
    let errors: [FieldError]

    var body: some HTML {
        TextField(
            name: "new", words: "New password",
            hint: "At least 12 characters. Three random words make a good one.", type: .password,
            completes: "new-password", error: errors.message(for: "new"))
        TextField(
            name: "again", words: "The same again", type: .password, completes: "new-password",
            error: errors.message(for: "again"))
    }
}
