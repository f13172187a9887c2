import HTML

/// Notices to other programs, for whoever looks after accounts: where they go and what became of them. For whom each was,
/// and what it was about, is not here.
package struct WebhooksPage: Page {
    package struct Destination: Sendable {
        package var name: String
        package var host: String
        package var waiting: String
        package var taken: String
        package var givenUp: String
        package var stopped: String

        package init(name: String, host: String, waiting: String, taken: String, givenUp: String, stopped: String) {
            self.name = name
            self.host = host
            self.waiting = waiting
            self.taken = taken
            self.givenUp = givenUp
            self.stopped = stopped
        }
    }

    package struct Line: Sendable {
        package var id: String
        package var destination: String
        package var event: String
        package var begun: String
        package var tries: String
        package var answer: String
        /// "Next try Fri 20 Nov 2026, 16:50", or how it ended.
        package var state: String
        package var waits: Bool
        /// Given up, and nobody asked for it again yet.
        package var maySendAgain = false

        package init(
            id: String, destination: String, event: String, begun: String, tries: String, answer: String,
            state: String, waits: Bool
        ) {
            self.id = id
            self.destination = destination
            self.event = event
            self.begun = begun
            self.tries = tries
            self.answer = answer
            self.state = state
            self.waits = waits
        }
    }

    package var csrfToken: String
    package var destinations: [Destination]
    package var lines: [Line]

    package init(csrfToken: String, destinations: [Destination], lines: [Line]) {
        self.csrfToken = csrfToken
        self.destinations = destinations
        self.lines = lines
    }

    package var title: String { "Notices to other programs" }
    package var section: MainSection? { .people }
    package var trail: [Link] { [Link(words: "People", href: MainSection.people.path)] }

    package func content(in frame: Frame) -> some HTML { WebhooksView(page: self) }
}

struct WebhooksView: HTML {
    let page: WebhooksPage

    var body: some HTML {
        h1 { "Notices to other programs" }
        p(.class("lede")) {
            "Which programs are told that something waits is set where Sightline is run. A notice that nobody takes is tried again after longer and longer pauses, and given up after 24 hours. One that was given up can be sent again once, for another 24 hours; it carries the same number, so that a program that has it already can tell."
        }
        if page.destinations.isEmpty {
            p { "No program has been told anything yet." }
        } else {
            DataTable(
                caption: "Programs",
                columns: [
                    "Program", "Host", .number("Waiting"), .number("Taken"), .number("Given up"), .number("Stopped"),
                ]
            ) {
                for destination in page.destinations {
                    TableRow {
                        HeadCell("Program") { destination.name }
                        Cell("Host") { destination.host }
                        Cell("Waiting", isNumber: true) { destination.waiting }
                        Cell("Taken", isNumber: true) { destination.taken }
                        Cell("Given up", isNumber: true) { destination.givenUp }
                        Cell("Stopped", isNumber: true) { destination.stopped }
                    }
                }
            }
        }
        if !page.lines.isEmpty { notices }
    }

    private var notices: some HTML {
        DataTable(
            caption: "Notices, those that wait first",
            columns: ["Program", "Notice", "Begun", .number("Tries"), "Last answer", "State", "Do"]
        ) {
            for line in page.lines {
                TableRow {
                    HeadCell("Program") { line.destination }
                    Cell("Notice") { line.event }
                    Cell("Begun") { line.begun }
                    Cell("Tries", isNumber: true) { line.tries }
                    Cell("Last answer") { line.answer }
                    Cell("State") { line.state }
                    Cell("Do") {
                        if line.waits || line.maySendAgain {
                            WebhookChange(line: line, csrfToken: page.csrfToken)
                        } else {
                            "It has ended"
                        }
                    }
                }
            }
        }
    }
}

private struct WebhookChange: HTML {
    let line: WebhooksPage.Line
    let csrfToken: String

    var body: some HTML {
        form(.action("/webhooks/\(line.id)"), .method(.post)) {
            CSRFField(token: csrfToken)
            if line.maySendAgain {
                act("resend", "Send it again")
            } else {
                act("again", "Try again at the next run")
                " "
                act("stop", "Stop")
            }
        }
    }

    private func act(_ name: String, _ words: String) -> some HTML {
        button(.submit, .class("button quiet"), .name("act"), .value(name)) {
            words
            span(.class("read-aloud")) { ": \(which)" }
        }
    }

    private var which: String { "\(line.event) to \(line.destination), \(line.begun)" }
}
