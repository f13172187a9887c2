import HTML

/// Something was recorded about the wrong child: which, whose it is, and who has read it meanwhile.
package struct WrongChildPage: Page {
    package struct Sealed: Sendable {
        package var words: String
        package var readers: [String]

        package init(words: String, readers: [String]) {
            self.words = words
            self.readers = readers
        }
    }

    /// What is not sealed yet, because something at level 1 rests on it.
    package struct Waiting: Sendable {
        /// The recording it is about, as the form sends it.
        package var recording: String
        package var words: String
        /// Asked for by the reader, who cannot confirm it.
        package var isOwn: Bool
        /// "Kacper Okoro: No decision on a sibling": what needs acting on today and would end, by child.
        package var ends: [String]

        package init(recording: String, words: String, isOwn: Bool, ends: [String] = []) {
            self.recording = recording
            self.words = words
            self.isOwn = isOwn
            self.ends = ends
        }
    }

    package var childName: String
    package var childHref: String
    package var csrfToken: String
    package var recordings: [FilterOption]
    package var children: [FilterOption]
    package var number: String
    package var why: String
    package var sealed: [Sealed]
    package var errors: [FieldError]
    package var waiting: [Waiting] = []
    /// Proposals that were refused or taken back, latest first.
    package var ended: [String] = []

    package init(
        childName: String, childHref: String, csrfToken: String, recordings: [FilterOption], children: [FilterOption],
        number: String, why: String, sealed: [Sealed], errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.csrfToken = csrfToken
        self.recordings = recordings
        self.children = children
        self.number = number
        self.why = why
        self.sealed = sealed
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "About another child: \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        WrongChildView(page: self)
    }
}

struct WrongChildView: HTML {
    let page: WrongChildPage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Something on the record of "
                bdi { page.childName }
                " is about another child"
            }
            p {
                "It is sealed here: nobody reads it any more, on any page or as the record stood on a past day. Both records say that it happened. "
                "What it had cleared here stands again."
            }
            p {
                "Where something that needs acting on today rests on it, for this child or for another of the family, one manager alone does not end that: it is not sealed, can be read and goes on counting until a second manager asks for the same here."
            }
            if !page.waiting.isEmpty {
                h2 { "Not sealed yet: waits for a second manager" }
                for waiting in page.waiting { WaitingView(waiting: waiting, page: page) }
            }
            if !page.ended.isEmpty {
                h2 { "Not sealed: refused or taken back" }
                ul { for words in page.ended { li { words } } }
            }
            if page.recordings.isEmpty {
                p { "Nothing is recorded here that can be sealed." }
            } else {
                form(.action("\(page.childHref)/wrong-child"), .method(.post), .novalidate) {
                    CSRFField(token: page.csrfToken)
                    ChoiceField(
                        name: "recording", words: "What is about another child?", hint: "Latest first",
                        options: page.recordings, error: page.errors.message(for: "recording"))
                    ChoiceField(
                        name: "to", words: "Whose is it?", options: page.children,
                        error: page.errors.message(for: "to"))
                    TextField(
                        name: "number", words: "If it is another child's, that child's number",
                        hint: "On that child's page, under \"Numbers known by\"", value: page.number,
                        error: page.errors.message(for: "number"))
                    LongTextField(
                        name: "why", words: "What happened?", hint: "Without saying anything about the other child",
                        value: page.why, error: page.errors.message(for: "why"))
                    button(.submit, .class("button")) { "Seal it here" }
                }
            }
            if !page.sealed.isEmpty {
                h2 { "Sealed before" }
                for sealed in page.sealed { SealedView(sealed: sealed) }
            }
        }
    }
}

private struct WaitingView: HTML {
    let waiting: WrongChildPage.Waiting
    let page: WrongChildPage

    var body: some HTML {
        section(.class("banner inset"), .aria("label", waiting.words)) {
            p {
                waiting.words
                waiting.isOwn
                    ? " You asked for this yourself: another manager confirms it."
                    : " To confirm it, choose it below and say whose it is."
            }
            if !waiting.ends.isEmpty {
                p { "Sealing it would end what needs acting on today:" }
                ul { for words in waiting.ends { li { words } } }
            }
            form(.action("\(page.childHref)/wrong-child"), .method(.post), .novalidate) {
                CSRFField(token: page.csrfToken)
                input(.type(.hidden), .name("of"), .value(waiting.recording))
                if waiting.isOwn {
                    input(.type(.hidden), .name("act"), .value("take-back"))
                    button(.submit, .class("button quiet")) { "Take it back: it is not sealed" }
                } else {
                    input(.type(.hidden), .name("act"), .value("refuse"))
                    LongTextField(
                        name: "refused-\(waiting.recording)", words: "Why should it not be sealed?",
                        hint: "Whoever asked for it reads this", value: "",
                        error: page.errors.message(for: "refused-\(waiting.recording)"))
                    button(.submit, .class("button quiet")) { "Refuse: it is not sealed" }
                }
            }
        }
    }
}

private struct SealedView: HTML {
    let sealed: WrongChildPage.Sealed

    var body: some HTML {
        p { sealed.words }
        if sealed.readers.isEmpty {
            p { "Nobody else opened this record between its recording and its sealing." }
        } else {
            p { "While it could be read, this record was opened by:" }
            ul {
                for reader in sealed.readers { li { reader } }
            }
        }
    }
}
