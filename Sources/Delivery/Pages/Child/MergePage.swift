import HTML

/// Whether another record is of the same child: which, since when they are one, and how they are taken apart again.
package struct MergePage: Page {
    /// A record as it is compared. Where the child lives is no part of it.
    package struct Side: Sendable {
        package var name: String
        package var number: String
        package var born: String
        package var formerNames: [String]
        package var standing: String
        package var recorded: String

        package init(
            name: String, number: String, born: String, formerNames: [String], standing: String, recorded: String
        ) {
            self.name = name
            self.number = number
            self.born = born
            self.formerNames = formerNames
            self.standing = standing
            self.recorded = recorded
        }
    }

    /// One merge that is proposed, stands or was undone.
    package struct Told: Sendable {
        package enum State: Sendable { case proposed, stands, undone }

        package var id: String
        package var state: State
        package var words: String
        /// The reader proposed it, where it is proposed, or confirmed it, where it stands: somebody else goes on.
        package var isOwn: Bool
        /// Both records, where both stand apart; else empty.
        package var sides: [Side]
        /// What was recorded while they were one.
        package var meanwhile: [String]

        package init(
            id: String, state: State, words: String, isOwn: Bool, sides: [Side] = [], meanwhile: [String] = []
        ) {
            self.id = id
            self.state = state
            self.words = words
            self.isOwn = isOwn
            self.sides = sides
            self.meanwhile = meanwhile
        }
    }

    package var childName: String
    package var childHref: String
    package var csrfToken: String
    package var record: String
    package var told: [Told]
    /// Records like this one; empty where a proposal waits.
    package var candidates: [FilterOption]
    package var number: String
    package var why: String
    package var errors: [FieldError]
    /// Where this record is joined to the other one, which others are one with already.
    package var instead: Link?

    package init(
        childName: String, childHref: String, csrfToken: String, record: String, told: [Told],
        candidates: [FilterOption], number: String, why: String, errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.csrfToken = csrfToken
        self.record = record
        self.told = told
        self.candidates = candidates
        self.number = number
        self.why = why
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Another record of \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        MergeView(page: self)
    }
}

struct MergeView: HTML {
    let page: MergePage

    var body: some HTML {
        div(.class("narrow")) {
            ErrorSummary(errors: page.errors)
            h1 {
                "Another record of "
                bdi { page.childName }
            }
            p {
                "Where two records are of one child, everything on the other is read here from then on, and its address leads here. "
                "Nothing is changed on either: it can be undone. A second person confirms it, and a second person undoes it."
            }
            for told in page.told { ToldMerge(told: told, page: page) }
            if !page.told.contains(where: { $0.state == .proposed }) { proposal }
        }
    }

    @HTMLBuilder
    private var proposal: some HTML {
        if let instead = page.instead {
            p(.class("actions")) { a(.class("button quiet"), .href(instead.href)) { instead.words } }
        }
        form(.action("\(page.childHref)/merge"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("act"), .value("propose"))
            input(.type(.hidden), .name("record"), .value(page.record))
            ChoiceField(
                name: "other", words: "Which record is of the same child?",
                hint: "Records like this one are found by names, date of birth, numbers and address",
                options: page.candidates, error: page.errors.message(for: "other"))
            TextField(
                name: "number", words: "If it is another, its number",
                hint: "On that child's page, under \"Numbers known by\"", value: page.number,
                error: page.errors.message(for: "number"))
            LongTextField(
                name: "why", words: "How do you know that they are one child?",
                hint: "Twins and brothers and sisters are alike. Do not write where the child lives", value: page.why,
                error: page.errors.message(for: "why"))
            button(.submit, .class("button")) { "Propose it" }
        }
    }
}

private struct ToldMerge: HTML {
    let told: MergePage.Told
    let page: MergePage

    var body: some HTML {
        section(.class("banner inset"), .aria("label", told.words)) {
            p { strong { told.words } }
            if !told.sides.isEmpty { Sides(sides: told.sides) }
            if !told.meanwhile.isEmpty {
                p { "Recorded here while they were one. Whatever is the other's is sealed here and recorded there:" }
                ul { for words in told.meanwhile { li { words } } }
                p(.class("actions")) {
                    a(.href("\(page.childHref)/wrong-child")) { "Something here is about another child" }
                }
            }
            switch told.state {
            case .proposed: proposed
            case .stands: stands
            case .undone: p { "Both records stand by themselves." }
            }
        }
    }

    @HTMLBuilder
    private var proposed: some HTML {
        if told.isOwn {
            p { "You proposed it: somebody else confirms it." }
        } else {
            act("confirm", "They are one child: confirm") {}
        }
        act("refuse", "They are not: take it back") {
            TextField(
                name: "refused-why", words: "Why not?", error: page.errors.message(for: "refused-why"))
        }
    }

    @HTMLBuilder
    private var stands: some HTML {
        if told.isOwn {
            p { "You confirmed it: somebody else undoes it, if it was wrong." }
        } else {
            act("undo", "Undo it: they are two children") {
                LongTextField(
                    name: "undone-why", words: "What shows that they are two children?", hint: nil, value: "",
                    error: page.errors.message(for: "undone-why"))
            }
        }
    }

    private func act(_ name: String, _ words: String, @HTMLBuilder _ fields: () -> some HTML) -> some HTML {
        form(.action("\(page.childHref)/merge"), .method(.post), .novalidate) {
            CSRFField(token: page.csrfToken)
            input(.type(.hidden), .name("act"), .value(name))
            input(.type(.hidden), .name("of"), .value(told.id))
            fields()
            button(.submit, .class("button quiet")) { words }
        }
    }
}

private struct Sides: HTML {
    let sides: [MergePage.Side]

    var body: some HTML {
        DataTable(
            caption: "Both records, this one first",
            columns: ["Name", "Number", "Born", "Former names", "Now", "Recorded"]
        ) {
            for side in sides {
                TableRow {
                    HeadCell("Name") { bdi { side.name } }
                    Cell("Number") { side.number }
                    Cell("Born") { side.born }
                    Cell("Former names") { side.formerNames.joined(separator: ", ") }
                    Cell("Now") { side.standing }
                    Cell("Recorded") { side.recorded }
                }
            }
        }
    }
}
