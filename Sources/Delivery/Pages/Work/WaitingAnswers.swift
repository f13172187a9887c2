import HTML

/// What somebody asked for about a child and nobody has answered yet, by kind.
package struct WaitingAnswers: Sendable {
    package struct Item: Sendable {
        package var child: Link
        /// "From Assessment to Protection East. Asked for by Ben Adeyemi, Fri 20 Nov 2026."
        package var what: String
        /// In the words of whoever asked.
        package var words: String
        /// Where it is answered; nil for whoever may not answer it.
        package var answer: Link?

        package init(child: Link, what: String, words: String, answer: Link?) {
            self.child = child
            self.what = what
            self.words = words
            self.answer = answer
        }
    }

    package var transfers: [Item] = []
    package var delays: [Item] = []
    package var escalations: [Item] = []
    /// Audits of files of children they worked with, that they have not replied to.
    package var audits: [Item] = []
    /// What came out of audits and is not done.
    package var auditActions: [Item] = []
    /// That something is about another child, or that two records are of one: a second manager confirms each.
    package var proposals: [Item] = []
    package var complaints: [Item] = []
    /// About records the reader may not open.
    package var restricted = 0
    /// Transfers between other teams.
    package var elsewhere = 0

    package init() {}

    package var isEmpty: Bool {
        [transfers, delays, escalations, audits, auditActions, proposals, complaints].allSatisfy(\.isEmpty)
            && restricted + elsewhere == 0
    }
}

struct WaitingAnswersView: HTML {
    let waiting: WaitingAnswers

    var body: some HTML {
        WaitingGroup(heading: "Transfers not yet answered", items: waiting.transfers)
        if waiting.elsewhere > 0 {
            p {
                "\(waiting.elsewhere) \(waiting.elsewhere == 1 ? "transfer waits" : "transfers wait") between other teams."
            }
        }
        WaitingGroup(heading: "Delays nobody has agreed to", items: waiting.delays)
        WaitingGroup(heading: "Escalations not yet answered", items: waiting.escalations)
        WaitingGroup(heading: "Actions from audits", items: waiting.auditActions)
        WaitingGroup(heading: "Audits to reply to", items: waiting.audits)
        WaitingGroup(heading: "Proposals that wait for a second manager", items: waiting.proposals)
        WaitingGroup(heading: "Complaints not yet answered", items: waiting.complaints)
        if waiting.restricted > 0 {
            p {
                "\(waiting.restricted) more \(waiting.restricted == 1 ? "thing waits" : "things wait") for an answer, on records you may not open."
            }
        }
    }
}

private struct WaitingGroup: HTML {
    let heading: String
    let items: [WaitingAnswers.Item]

    var body: some HTML {
        if !items.isEmpty {
            h2 { heading }
            ul(.class("handovers")) {
                for item in items {
                    li {
                        p {
                            a(.href(item.child.href)) { bdi { item.child.words } }
                            ". \(item.what)"
                        }
                        p(.class("told")) { item.words }
                        if let answer = item.answer {
                            p {
                                a(.class("button quiet"), .href(answer.href)) {
                                    answer.words
                                    span(.class("read-aloud")) { " for \(item.child.words)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
