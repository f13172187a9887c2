import HTML

/// A step that could not be recorded, because the child stands differently by now: nothing that was written is lost.
package struct NotOpenNowPage: Page {
    package var heading: String
    package var childName: String
    package var childHref: String
    package var stepsHref: String
    /// Where it can be written down all the same; nil for somebody who may not.
    package var noteHref: String?
    package var written: [(question: String, answer: String)]

    package init(
        heading: String, childName: String, childHref: String, stepsHref: String, noteHref: String?,
        written: [(question: String, answer: String)]
    ) {
        self.heading = heading
        self.childName = childName
        self.childHref = childHref
        self.stepsHref = stepsHref
        self.noteHref = noteHref
        self.written = written
    }

    package var title: String { "Not recorded: \(heading): \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        div(.class("narrow")) {
            h1 { "Not recorded: \(heading)" }
            div(.class("banner warn inset")) {
                p {
                    "As "
                    bdi { childName }
                    " stands now this step cannot be taken. Somebody may have recorded it already, or what it goes on with is over."
                }
                p {
                    a(.href(childHref)) { "See what has been recorded" }
                    ", or "
                    a(.href(stepsHref)) { "what can be recorded now" }
                    "."
                }
            }
            if !written.isEmpty {
                h2 { "What you wrote" }
                p {
                    "It is not recorded. "
                    if let noteHref {
                        "Copy what has to be kept into "
                        a(.href(noteHref)) { "a note" }
                        "."
                    }
                }
                for line in written {
                    h3 { line.question }
                    p(.class("as-written")) { line.answer }
                }
            }
        }
    }
}
