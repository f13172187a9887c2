import HTML

/// One finished audit of a child's file, for those who did the work: what was found, what they and the family say to it, and
/// what is to be done.
package struct AuditedFilePage: Page {
    package struct Answer: Sendable {
        package var ask: String
        package var answer: String
        package var evidence: String

        package init(ask: String, answer: String, evidence: String) {
            self.ask = ask
            self.answer = answer
            self.evidence = evidence
        }
    }

    package struct Section: Sendable {
        package var title: String
        package var grade: String?
        package var answers: [Answer]

        package init(title: String, grade: String?, answers: [Answer]) {
            self.title = title
            self.grade = grade
            self.answers = answers
        }
    }

    /// Somebody's own words beside the audit: who, when, and what they say.
    package struct Voice: Sendable {
        package var who: String
        package var words: String

        package init(who: String, words: String) {
            self.who = who
            self.words = words
        }
    }

    package struct Action: Sendable {
        package var what: String
        /// "By Ben Adeyemi, by Fri 4 Dec 2026: 3 days over."
        package var state: String
        package var done: Link?

        package init(what: String, state: String, done: Link?) {
            self.what = what
            self.state = state
            self.done = done
        }
    }

    package var child: Link
    /// "Read Sat 21 Nov 2026 by an auditor. Overall: requires improvement."
    package var lede: String
    package var analysis: String
    package var sections: [Section]
    package var replies: [Voice]
    package var family: [Voice]
    package var actions: [Action]
    package var offered: [Link]

    package init(
        child: Link, lede: String, analysis: String, sections: [Section], replies: [Voice], family: [Voice],
        actions: [Action], offered: [Link]
    ) {
        self.child = child
        self.lede = lede
        self.analysis = analysis
        self.sections = sections
        self.replies = replies
        self.family = family
        self.actions = actions
        self.offered = offered
    }

    package var title: String { "Audit of the file of \(child.words)" }
    package var section: MainSection? { .work }
    package var trail: [Link] { [child] }

    package func content(in frame: Frame) -> some HTML { AuditedFileView(page: self) }
}

struct AuditedFileView: HTML {
    let page: AuditedFilePage

    var body: some HTML {
        h1 {
            "Audit of the file of "
            bdi { page.child.words }
        }
        p(.class("lede")) { page.lede }
        if !page.analysis.isEmpty { p(.class("told")) { page.analysis } }
        if !page.offered.isEmpty {
            p {
                for link in page.offered {
                    a(.class("button quiet"), .href(link.href)) { link.words }
                    " "
                }
            }
        }
        h2 { "Actions" }
        if page.actions.isEmpty { p { "No action came out of this audit." } }
        if !page.actions.isEmpty {
            ul(.class("handovers")) {
                for action in page.actions {
                    li {
                        p(.class("told")) { action.what }
                        p { action.state }
                        if let done = action.done {
                            p { a(.class("button quiet"), .href(done.href)) { done.words } }
                        }
                    }
                }
            }
        }
        VoicesView(heading: "What those who did the work say", none: "Nobody has replied.", voices: page.replies)
        VoicesView(
            heading: "What the family says of the work", none: "Nothing is recorded of what the family says.",
            voices: page.family)
        for section in page.sections { AuditedSection(section: section) }
    }
}

private struct VoicesView: HTML {
    let heading: String
    let none: String
    let voices: [AuditedFilePage.Voice]

    var body: some HTML {
        h2 { heading }
        if voices.isEmpty { p { none } }
        for voice in voices {
            div(.class("inset")) {
                p { strong { voice.who } }
                p(.class("told")) { voice.words }
            }
        }
    }
}

private struct AuditedSection: HTML {
    let section: AuditedFilePage.Section

    var body: some HTML {
        h2 { section.title }
        if let grade = section.grade { p { "Graded \(grade)." } }
        dl(.class("sums")) {
            for answer in section.answers {
                div {
                    dt { answer.ask }
                    dd { answer.answer + (answer.evidence.isEmpty ? "" : ": \(answer.evidence)") }
                }
            }
        }
    }
}
