import HTML

/// A request for access to a record: read page by page, marked, and given by a second person.
package struct AccessRequestPage: Page {
    package struct Line: Sendable {
        package var field: String
        package var date: String
        package var title: String
        /// Names of others that stand in it.
        package var names: [FilterOption]
        package var passages: [FilterOption]
        package var isWhole: Bool
        package var words: String
        package var reasons: [FilterOption]

        package init(
            field: String, date: String, title: String, names: [FilterOption], passages: [FilterOption], isWhole: Bool,
            words: String, reasons: [FilterOption]
        ) {
            self.field = field
            self.date = date
            self.title = title
            self.names = names
            self.passages = passages
            self.isWhole = isWhole
            self.words = words
            self.reasons = reasons
        }
    }

    /// Something left out: where it stands and why, and never its words.
    package struct LeftOut: Sendable {
        package var place: String
        package var what: String
        package var why: String

        package init(place: String, what: String, why: String) {
            self.place = place
            self.what = what
            self.why = why
        }
    }

    package enum Stage: Sendable {
        /// One page is read and marked.
        case reading(number: Int, of: Int, lines: [Line], digest: String, unread: [Int])
        /// Prepared, as it would be given, with what was left out and why. `mayRelease` is false for whoever prepared it.
        case waits(lines: [OutgoingPage.Line], leftOut: [LeftOut], leftStanding: [String], mayRelease: Bool)
        /// Given: what, and what was left out.
        case given(document: Link, leftOut: [LeftOut])
        /// Ended without anything given from here.
        case ended(String)
    }

    package var childName: String
    package var childHref: String
    package var action: String
    package var csrfToken: String
    /// "Jane Invented, her mother. Asked on ..., to be answered by ...".
    package var lede: String
    package var due: String
    /// The entry the page was made from: nobody gives what somebody else has changed meanwhile.
    package var seen: Int64
    /// Taking longer, and ending it without giving anything.
    package var links: [Link]
    /// Kinds of record the story does not tell.
    package var untold: [String]
    package var reasons: [(words: String, source: String)]
    package var keptBack: String?
    package var saved: Bool
    package var stage: Stage
    package var errors: [FieldError]

    package init(
        childName: String, childHref: String, action: String, csrfToken: String, lede: String, due: String, seen: Int64,
        links: [Link], untold: [String], reasons: [(words: String, source: String)], keptBack: String?, saved: Bool,
        stage: Stage,
        errors: [FieldError]
    ) {
        self.childName = childName
        self.childHref = childHref
        self.action = action
        self.csrfToken = csrfToken
        self.lede = lede
        self.due = due
        self.seen = seen
        self.links = links
        self.untold = untold
        self.reasons = reasons
        self.keptBack = keptBack
        self.saved = saved
        self.stage = stage
        self.errors = errors
    }

    package var title: String { (errors.isEmpty ? "" : "Error: ") + "Request for access: \(childName)" }
    package var section: MainSection? { .today }
    package var trail: [Link] {
        [Link(words: "Today", href: MainSection.today.path), Link(words: childName, href: childHref)]
    }

    package func content(in frame: Frame) -> some HTML {
        AccessRequestView(page: self)
    }
}
