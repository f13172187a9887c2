import HTML

/// Somebody's own account: their password, their codes, and where they are signed in.
package struct AccountPage: Page {
    package struct SessionLine: Sendable {
        package var begun: String
        package var way: String
        package var endsAt: String
        package var isThis: Bool

        package init(begun: String, way: String, endsAt: String, isThis: Bool) {
            self.begun = begun
            self.way = way
            self.endsAt = endsAt
            self.isThis = isThis
        }
    }

    package var csrfToken: String
    package var username: String
    package var role: String
    /// Nil where they have no password: their identity provider vouches for them.
    package var hasPassword: Bool
    /// "Set up on Sat 21 Nov 2026. 8 recovery codes are left.", "Not set up."
    package var codes: String
    package var sessions: [SessionLine]
    package var errors: [FieldError]
    /// What has just been done.
    package var done: String?

    package init(
        csrfToken: String, username: String, role: String, hasPassword: Bool, codes: String, sessions: [SessionLine],
        errors: [FieldError] = [], done: String? = nil
    ) {
        self.csrfToken = csrfToken
        self.username = username
        self.role = role
        self.hasPassword = hasPassword
        self.codes = codes
        self.sessions = sessions
        self.errors = errors
        self.done = done
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Your account" }
    package var section: MainSection? { nil }

    @HTMLBuilder
    package func content(in frame: Frame) -> some HTML {
        ErrorSummary(errors: errors)
        h1 { "Your account" }
        p(.class("lede")) { "\(username), \(role). Whoever looks after accounts can change your role and team." }
        DoneNote(words: done)
        h2 { "Where you are signed in" }
        DataTable(caption: "Latest first", columns: ["Signed in", "How", "Ends unless used"]) {
            for line in sessions {
                TableRow {
                    HeadCell("Signed in") { line.begun + (line.isThis ? " (this browser)" : "") }
                    Cell("How") { line.way }
                    Cell("Ends unless used") { line.endsAt }
                }
            }
        }
        form(.action("/account/sign-out-everywhere"), .method(.post)) {
            CSRFField(token: csrfToken)
            button(.submit, .class("button quiet")) { "Sign out everywhere, here too" }
        }
        h2 { "One-time codes" }
        p { codes }
        p { a(.href("/account/codes")) { "Set up or change your one-time codes" } }
        if hasPassword {
            h2 { "Password" }
            form(.action("/account/password"), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                TextField(
                    name: "current", words: "Your password now", type: .password, completes: "current-password",
                    error: errors.message(for: "current"))
                NewPasswordFields(errors: errors)
                button(.submit, .class("button")) { "Change the password" }
            }
        }
    }
}

/// What has just been done, said once.
struct DoneNote: HTML {
    let words: String?

    var body: some HTML {
        if let words {
            div(.class("banner inset"), .role("status")) { p { words } }
        }
    }
}
