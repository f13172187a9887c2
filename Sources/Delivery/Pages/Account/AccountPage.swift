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

    /// What is due, for the person's own calendar.
    package struct Calendar: Sendable {
        /// When its address was made; nil where there is none.
        package var made: String?
        /// The address, shown once.
        package var address: String?

        package init(made: String?, address: String?) {
            self.made = made
            self.address = address
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
    /// Nil for those who hold no children, and where the record is kept elsewhere.
    package var calendar: Calendar?
    /// Nil for those nothing waits for, and where the record is kept elsewhere.
    package var notices: NoticesSetting?

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
        if let calendar { CalendarView(calendar: calendar, csrfToken: csrfToken) }
        if let notices { NoticesView(setting: notices, csrfToken: csrfToken, error: errors.message(for: "notices")) }
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

/// Making, renewing and stopping the address of a calendar.
private struct CalendarView: HTML {
    let calendar: AccountPage.Calendar
    let csrfToken: String

    var body: some HTML {
        h2(.id("calendar")) { "Your calendar" }
        p {
            "Visits, reviews, conferences and core groups for the children you hold, in the calendar you use: “Visit due” "
            "and the day, with no name, no place and no number. Records you may not open are not in it."
        }
        if let address = calendar.address {
            div(.class("banner warn inset")) {
                p { strong { "Subscribe to this address. It is not shown again." } }
                p { "Whoever has it can read your calendar: give it to nobody." }
                p { code(.id("calendar-address")) { address } }
            }
        }
        p { calendar.made.map { "Its address was made \($0)." } ?? "It has no address yet." }
        form(.action("/account/calendar"), .method(.post)) {
            CSRFField(token: csrfToken)
            div(.class("actions")) {
                button(.submit, .class("button quiet"), .name("do"), .value("make")) {
                    calendar.made == nil ? "Make an address" : "Make a new address, and stop the old one"
                }
                if calendar.made != nil {
                    button(.submit, .class("button quiet"), .name("do"), .value("stop")) { "Stop the calendar" }
                }
            }
        }
    }
}
