import HTML

/// Everybody who may sign in, for whoever looks after accounts.
package struct PeoplePage: Page {
    package struct Row: Sendable {
        package var name: String
        package var username: String
        package var href: String
        package var role: String
        package var team: String
        package var state: String
        package var codes: String

        package init(
            name: String, username: String, href: String, role: String, team: String, state: String, codes: String
        ) {
            self.name = name
            self.username = username
            self.href = href
            self.role = role
            self.team = team
            self.state = state
            self.codes = codes
        }
    }

    package var csrfToken: String
    package var rows: [Row]
    package var roles: [FilterOption]
    /// Roles that must give codes.
    package var needingCodes: [FilterOption]
    package var canNeedCodes: Bool
    package var changes: [AccountChangeLine]
    package var typed: (name: String, username: String, team: String)
    package var errors: [FieldError]
    package var done: String?

    package init(
        csrfToken: String, rows: [Row], roles: [FilterOption], needingCodes: [FilterOption], canNeedCodes: Bool,
        changes: [AccountChangeLine], typed: (name: String, username: String, team: String) = ("", "", ""),
        errors: [FieldError] = [], done: String? = nil
    ) {
        self.csrfToken = csrfToken
        self.rows = rows
        self.roles = roles
        self.needingCodes = needingCodes
        self.canNeedCodes = canNeedCodes
        self.changes = changes
        self.typed = typed
        self.errors = errors
        self.done = done
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "People" }
    package var section: MainSection? { .people }

    @HTMLBuilder
    package func content(in frame: Frame) -> some HTML {
        ErrorSummary(errors: errors)
        h1 { "People" }
        p(.class("lede")) { "Everybody who may sign in, and as what. Whatever is changed here is kept for good." }
        DoneNote(words: done)
        DataTable(caption: "By name", columns: ["Name", "Signs in as", "Role", "Team", "State", "Codes"]) {
            for row in rows {
                TableRow {
                    HeadCell("Name") { a(.href(row.href)) { row.name } }
                    Cell("Signs in as") { row.username }
                    Cell("Role") { row.role }
                    Cell("Team") { row.team }
                    Cell("State") { row.state }
                    Cell("Codes") { row.codes }
                }
            }
        }
        h2 { "Add somebody" }
        form(.action("/people"), .method(.post), .novalidate) {
            CSRFField(token: csrfToken)
            TextField(name: "name", words: "Name", value: typed.name, error: errors.message(for: "name"))
            TextField(
                name: "username", words: "User name or work e-mail",
                hint: "What they sign in with. It cannot be changed.",
                value: typed.username, error: errors.message(for: "username"))
            SelectField(
                name: "role", words: "Role", none: "Choose a role", options: roles, error: errors.message(for: "role"))
            TextField(
                name: "team", words: "Team (if any)", hint: "The team's id in the record.", value: typed.team,
                error: errors.message(for: "team"))
            button(.submit, .class("button")) { "Add" }
        }
        h2 { "Who must give a one-time code" }
        if canNeedCodes {
            form(.action("/people/codes"), .method(.post)) {
                CSRFField(token: csrfToken)
                ChoiceField(
                    name: "needs", words: "Asked for a code after the password",
                    hint: "Whoever has none yet sets them up when they next sign in, before anything else.",
                    takesSeveral: true, options: needingCodes, error: nil)
                button(.submit, .class("button quiet")) { "Keep this" }
            }
        } else {
            p { "Whoever runs Sightline has given it no key to keep codes with, so nobody can be asked for one." }
        }
        h2 { "Notices to other programs" }
        p { a(.href("/webhooks")) { "Which programs were told that something waits, and what became of it" } }
        h2 { "What was changed" }
        AccountChangesView(lines: changes)
    }
}

/// One line of what was done to accounts.
package struct AccountChangeLine: Sendable {
    package var when: String
    package var who: String
    package var whom: String
    package var what: String

    package init(when: String, who: String, whom: String, what: String) {
        self.when = when
        self.who = who
        self.whom = whom
        self.what = what
    }
}

struct AccountChangesView: HTML {
    let lines: [AccountChangeLine]

    var body: some HTML {
        if lines.isEmpty {
            p { "Nothing yet." }
        } else {
            DataTable(caption: "Latest first", columns: ["When", "By", "Account", "What"]) {
                for line in lines {
                    TableRow {
                        HeadCell("When") { line.when }
                        Cell("By") { line.who }
                        Cell("Account") { line.whom }
                        Cell("What") { line.what }
                    }
                }
            }
        }
    }
}
