import HTML

/// One account, and what can be done to it.
package struct PersonPage: Page {
    package struct Act: Sendable {
        package var value: String
        package var words: String

        package init(value: String, words: String) {
            self.value = value
            self.words = words
        }
    }

    package var csrfToken: String
    package var name: String
    package var username: String
    package var href: String
    /// "Active. Signed in with 2 browsers. Codes set up."
    package var standing: String
    package var roles: [FilterOption]
    package var team: String
    /// Nobody changes their own role.
    package var isOwn: Bool
    package var acts: [Act]
    /// What waits for a second person, and its number.
    package var waiting: [Act]
    /// Who may confirm it; that nobody can, where that is so.
    package var whoConfirms: String
    package var changes: [AccountChangeLine]
    /// A link to choose a password, shown this once.
    package var link: String?
    package var errors: [FieldError]
    package var done: String?
    /// Nil for those nothing waits for.
    package var notices: NoticesSetting?

    package init(
        csrfToken: String, name: String, username: String, href: String, standing: String, roles: [FilterOption],
        team: String, isOwn: Bool, acts: [Act], waiting: [Act] = [], whoConfirms: String = "",
        changes: [AccountChangeLine], link: String? = nil,
        errors: [FieldError] = [], done: String? = nil
    ) {
        self.csrfToken = csrfToken
        self.name = name
        self.username = username
        self.href = href
        self.standing = standing
        self.roles = roles
        self.team = team
        self.isOwn = isOwn
        self.acts = acts
        self.waiting = waiting
        self.whoConfirms = whoConfirms
        self.changes = changes
        self.link = link
        self.errors = errors
        self.done = done
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "\(name): People" }
    package var section: MainSection? { .people }
    package var trail: [Link] { [Link(words: "People", href: MainSection.people.path)] }

    @HTMLBuilder
    package func content(in frame: Frame) -> some HTML {
        ErrorSummary(errors: errors)
        h1 { name }
        p(.class("lede")) { "Signs in as \(username). \(standing)" }
        DoneNote(words: done)
        if let link {
            div(.class("banner inset warn")) {
                p {
                    strong {
                        "Give this to \(name) yourself. It is not shown again, works once and for three days\(waiting.isEmpty ? "" : ", and only when what waits is confirmed")."
                    }
                }
                p { code(.id("link")) { link } }
            }
        }
        if !waiting.isEmpty {
            div(.class("banner inset warn")) {
                p {
                    strong { "Waits for a second person. " }
                    whoConfirms
                }
                for line in waiting {
                    form(.action(href), .method(.post)) {
                        CSRFField(token: csrfToken)
                        input(.type(.hidden), .name("number"), .value(line.value))
                        p { line.words }
                        button(.submit, .class("button quiet"), .name("do"), .value("take-back")) { "Take back" }
                    }
                }
            }
        }
        if isOwn {
            p {
                "This is your own account: somebody else who looks after accounts must change its role or deactivate it."
            }
        } else {
            form(.action(href), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                SelectField(
                    name: "role", words: "Role", none: "Choose a role", options: roles,
                    error: errors.message(for: "role"))
                button(.submit, .class("button quiet"), .name("do"), .value("role")) { "Change the role and sign out" }
            }
        }
        form(.action(href), .method(.post), .novalidate) {
            CSRFField(token: csrfToken)
            TextField(
                name: "team", words: "Team (if any)", hint: "The team's id in the record.", value: team,
                error: errors.message(for: "team"))
            button(.submit, .class("button quiet"), .name("do"), .value("team")) { "Change the team" }
        }
        h2 { "Signing in" }
        form(.action(href), .method(.post)) {
            CSRFField(token: csrfToken)
            div(.class("actions")) {
                for act in acts {
                    button(.submit, .class("button quiet"), .name("do"), .value(act.value)) { act.words }
                }
            }
        }
        if let notices {
            h2 { "Notices" }
            form(.action(href), .method(.post), .novalidate) {
                CSRFField(token: csrfToken)
                TextField(
                    name: "notices", words: "E-mail address for notices", value: notices.address, type: .email,
                    error: errors.message(for: "notices"))
                div(.class("actions")) {
                    button(.submit, .class("button quiet"), .name("do"), .value("notices")) { "Change the address" }
                    if notices.isOn {
                        button(.submit, .class("button quiet"), .name("do"), .value("stop-notices")) { "Stop notices" }
                    }
                }
            }
            if let last = notices.last { p { last } }
        }
        h2 { "What was changed" }
        AccountChangesView(lines: changes)
    }
}
