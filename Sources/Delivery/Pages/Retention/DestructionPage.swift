import HTML

/// The end of one record's retention: why, what goes, what stays, and who says so.
package struct DestructionPage: Page {
    package enum Stage: Sendable {
        /// It cannot be destroyed now: why.
        case kept([String])
        /// It can be proposed.
        case open
        /// Proposed by the reader, who may only take it back.
        case own
        /// Proposed by somebody else: the reader confirms or declines. `seen` is the entry of the proposal.
        case waits(seen: Int64)
    }

    package var childName: String
    package var childHref: String
    package var csrfToken: String
    package var form: String
    /// "Kept until Tue 3 Mar 2026." or that no day can be told.
    package var verdict: String
    package var because: [String]
    package var proposed: String?
    package var stage: Stage
    package var goes: [String]
    package var stays: [String]
    /// Whether a row it rests on is to be confirmed by the council.
    package var isToBeConfirmed: Bool
    package var authority: String
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, csrfToken: String, form: String, verdict: String, because: [String],
        proposed: String?, stage: Stage, goes: [String], stays: [String], isToBeConfirmed: Bool, authority: String = "",
        errors: [FieldError] = []
    ) {
        self.childName = childName
        self.childHref = childHref
        self.csrfToken = csrfToken
        self.form = form
        self.verdict = verdict
        self.because = because
        self.proposed = proposed
        self.stage = stage
        self.goes = goes
        self.stays = stays
        self.isToBeConfirmed = isToBeConfirmed
        self.authority = authority
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "End of retention: \(childName)" }
    package var section: MainSection? { .retention }
    package var trail: [Link] {
        [Link(words: "Retention", href: MainSection.retention.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        DestructionView(page: self)
    }
}

struct DestructionView: HTML {
    let page: DestructionPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "End of retention: "
                bdi { page.childName }
            }
            p(.class("lede")) { page.verdict }
            if !page.because.isEmpty { ul { for reason in page.because { li { reason } } } }
            if let proposed = page.proposed { p(.class("as-written")) { proposed } }
            switch page.stage {
            case .kept(let reasons):
                div(.class("banner inset")) {
                    p { strong { "It cannot be destroyed now." } }
                    if !reasons.isEmpty { ul { for reason in reasons { li { reason } } } }
                }
            case .open: propose
            case .own:
                div(.class("banner inset")) {
                    p { strong { "You proposed this: somebody else confirms it." } }
                }
                decline("Take the proposal back")
            case .waits(let seen):
                whatGoes
                confirm(seen)
                decline("Decline")
            }
        }
    }

    @HTMLBuilder
    private var whatGoes: some HTML {
        h2 { "What goes, and cannot be brought back" }
        ul { for line in page.goes { li { line } } }
        h2 { "What stays" }
        ul { for line in page.stays { li { line } } }
        p {
            "Copies outside this system (backups, what was printed or sent) are not reached from here. The kinds of record are "
            "told by what was recorded as such: words in notes were not searched for abuse, adoption or claims."
        }
    }

    @HTMLBuilder
    private var propose: some HTML {
        whatGoes
        form(.action("\(page.childHref)/destruction"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("form"), .value(page.form))
            TextField(
                name: "authority", words: "By whose word is it destroyed?",
                hint: "A decision or a schedule of the council. It is kept for good: name no child in it.",
                value: page.authority, error: page.errors.message(for: "authority"))
            button(.submit, .class("button"), .name("do"), .value("propose")) { "Propose to destroy it" }
        }
    }

    private func confirm(_ seen: Int64) -> some HTML {
        form(.action("\(page.childHref)/destruction"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("seen"), .value("\(seen)"))
            ChoiceField(
                name: "read", words: "Before it is destroyed", takesSeveral: true,
                options: [
                    FilterOption(
                        value: "yes", words: "I have looked through the record, and nothing in it must be kept longer",
                        isChosen: false)
                ], error: page.errors.message(for: "read"))
            if page.isToBeConfirmed {
                ChoiceField(
                    name: "confirmed", words: "A row of the schedule is not verified, or is the council's own",
                    takesSeveral: true,
                    options: [
                        FilterOption(
                            value: "yes", words: "I have compared it with the council's own retention schedule",
                            isChosen: false)
                    ], error: page.errors.message(for: "confirmed"))
            }
            button(.submit, .class("button"), .name("do"), .value("confirm")) { "Destroy this record" }
        }
    }

    private func decline(_ words: String) -> some HTML {
        form(.action("\(page.childHref)/destruction"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            TextField(
                name: "why", words: "Why it is not destroyed", error: page.errors.message(for: "why"))
            button(.submit, .class("button quiet"), .name("do"), .value("decline")) { words }
        }
    }
}
