import HTML

/// What an administrator asked for and a second person has to confirm before it counts.
package struct WaitingAccountsPage: Page {
    package struct Line: Sendable {
        package var number: Int64
        /// "Pat (invented), signs in as pat@council.example".
        package var whom: String
        /// "May open children's records as social worker".
        package var what: String
        /// "Asked by Sam (invented), Sat 21 Nov 2026, 06:04".
        package var asked: String
        /// Nobody confirms what they asked for themselves, or what is about their own account.
        package var isOwn: Bool

        package init(number: Int64, whom: String, what: String, asked: String, isOwn: Bool) {
            self.number = number
            self.whom = whom
            self.what = what
            self.asked = asked
            self.isOwn = isOwn
        }
    }

    package static let path = "/accounts-waiting"

    package var csrfToken: String
    package var lines: [Line]
    package var done: String?

    package init(csrfToken: String, lines: [Line], done: String? = nil) {
        self.csrfToken = csrfToken
        self.lines = lines
        self.done = done
    }

    package var title: String { "Who may open children's records" }
    package var section: MainSection? { nil }

    @HTMLBuilder
    package func content(in frame: Frame) -> some HTML {
        h1 { "Who may open children's records" }
        p(.class("lede")) {
            "Whoever looks after accounts asked for these. Nothing of it counts before you confirm it."
        }
        DoneNote(words: done)
        if lines.isEmpty { p { "None waits." } }
        for line in lines {
            article {
                h2 { line.what }
                p {
                    strong { line.whom }
                }
                p { line.asked }
                if line.isOwn {
                    p { "This is about your own account, or you asked for it: somebody else must confirm it." }
                } else {
                    p {
                        "Confirm it only if you know the person and have heard from them, or from who leads them, that it is right."
                    }
                    form(.action("\(Self.path)/\(line.number)"), .method(.post)) {
                        CSRFField(token: csrfToken)
                        div(.class("actions")) {
                            button(.submit, .class("button"), .name("do"), .value("confirm")) { "Confirm" }
                            button(.submit, .class("button quiet"), .name("do"), .value("turn-down")) { "Turn down" }
                        }
                    }
                }
            }
        }
    }
}

/// For whoever may confirm it, on every page: that something waits.
struct AccountsWaiting: HTML {
    let count: Int

    var body: some HTML {
        if count > 0 {
            div(.class("wrap")) {
                div(.class("banner warn inset")) {
                    p {
                        count == 1
                            ? "1 change of who may open children's records waits for a second person. "
                            : "\(count) changes of who may open children's records wait for a second person. "
                        a(.href(WaitingAccountsPage.path)) { "Look at \(count == 1 ? "it" : "them")" }
                    }
                }
            }
        }
    }
}
